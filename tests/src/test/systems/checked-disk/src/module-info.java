module checked {
    requires peaberry.interfaces;
}
