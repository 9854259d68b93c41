module attack {
    requires peaberry.interfaces;
    requires peaberry.virtio;
}
