/** What drivers of virtio devices have in common: how a device is found and set up, and its queues. */
module peaberry.virtio {
    requires transitive peaberry.runtime;
    exports peaberry.virtio;
}
