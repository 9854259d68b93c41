/** The driver of virtio's network cards. */
module peaberry.virtionet {
    requires transitive peaberry.interfaces;
    requires transitive peaberry.virtio;
    exports peaberry.virtionet;
}
