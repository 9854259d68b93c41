/** The system measures itself. */
module peaberry.bench {
    requires peaberry.interfaces;
    exports peaberry.bench;
}
