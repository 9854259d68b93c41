module hostile {
    requires peaberry.interfaces;
}
