module dividing {
    requires peaberry.interfaces;
}
