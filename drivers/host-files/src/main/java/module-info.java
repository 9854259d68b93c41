/** The driver of virtio's shared folders: files of the host. */
module peaberry.hostfiles {
    requires transitive peaberry.interfaces;
    requires transitive peaberry.virtio;
    exports peaberry.hostfiles;
}
