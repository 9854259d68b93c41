module recovery {
    requires peaberry.interfaces;
}
