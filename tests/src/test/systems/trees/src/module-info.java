module jail {
    requires peaberry.interfaces;
}
