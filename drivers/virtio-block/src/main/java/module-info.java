/** The driver of virtio's disks. */
module peaberry.virtioblock {
    requires transitive peaberry.interfaces;
    requires transitive peaberry.virtio;
    exports peaberry.virtioblock;
}
