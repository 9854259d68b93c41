/** The server that divides a disk into its partitions. */
module peaberry.partitions {
    requires transitive peaberry.interfaces;
    exports peaberry.partitions;
}
