module remembering {
    requires peaberry.interfaces;
}
