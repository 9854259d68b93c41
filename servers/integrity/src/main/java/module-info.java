/** The server that finds out when a disk's driver brings wrong sectors. */
module peaberry.integrity {
    requires transitive peaberry.interfaces;
    exports peaberry.integrity;
}
