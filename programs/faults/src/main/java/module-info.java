/** Injects faults into running drivers, and tells what came of them. */
module peaberry.faults {
    requires transitive peaberry.interfaces;
    exports peaberry.faults;
    exports peaberry.faults.code;
}
