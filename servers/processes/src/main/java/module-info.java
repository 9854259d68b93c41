/** The process server: starts programs, gives them what they are to have, and tells how they end. */
module peaberry.processes {
    requires peaberry.interfaces;
    exports peaberry.processes;
}
