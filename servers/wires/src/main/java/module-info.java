/** Streams of bytes between a program and whoever is at the other end of two serial lines. */
module peaberry.wires {
    requires peaberry.interfaces;
    exports peaberry.wires;
}
