module liar {
    requires peaberry.interfaces;
}
