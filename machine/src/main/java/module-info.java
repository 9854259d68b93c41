/** The machine as Java sees it: intrinsics, the annotations that guard them, and a simulated machine for the JVM. */
module peaberry.machine {
    exports peaberry.machine;
    exports peaberry.machine.simulated;
    exports peaberry.machine.x86_64;
}
