module storm {
    requires peaberry.interfaces;
}
