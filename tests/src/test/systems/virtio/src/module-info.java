module devices {
    requires peaberry.interfaces;
}
