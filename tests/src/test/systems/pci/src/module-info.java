module functions {
    requires peaberry.interfaces;
}
