/** The command line. */
module peaberry.shell {
    requires peaberry.runtime;
    exports peaberry.shell;
}
