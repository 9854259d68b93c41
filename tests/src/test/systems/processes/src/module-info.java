module crowd {
    requires peaberry.interfaces;
}
