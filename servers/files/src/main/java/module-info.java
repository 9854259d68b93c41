/** The file server: ext4 on a partition. */
module peaberry.files {
    requires transitive peaberry.interfaces;
    exports peaberry.files;
}
