module sata {
    requires peaberry.interfaces;
}
