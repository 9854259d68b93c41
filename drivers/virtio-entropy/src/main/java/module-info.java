/** The driver of virtio's sources of random numbers. */
module peaberry.virtioentropy {
    requires transitive peaberry.interfaces;
    requires transitive peaberry.virtio;
    exports peaberry.virtioentropy;
}
