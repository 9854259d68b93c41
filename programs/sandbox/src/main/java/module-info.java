/** Runs the one program of a sandbox. */
module peaberry.sandbox {
    requires peaberry.interfaces;
    exports peaberry.sandbox;
}
