/** The system measures itself. */
module peaberry.bench {
    requires peaberry.runtime;
    exports peaberry.bench;
}
