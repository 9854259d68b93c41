/** The tracer: shows messages between a process and a server of it. */
module peaberry.tracer {
    requires transitive peaberry.interfaces;
    exports peaberry.tracer;
}
