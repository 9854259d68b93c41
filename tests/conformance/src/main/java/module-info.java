/** The kernel tested from inside the guest: what each operation does, and every error that it can answer. */
module peaberry.conformance {
    requires peaberry.interfaces;
    exports peaberry.conformance;
}
