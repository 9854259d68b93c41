module example {
    requires peaberry.interfaces;
}
