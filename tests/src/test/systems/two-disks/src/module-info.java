module copying {
    requires peaberry.interfaces;
}
