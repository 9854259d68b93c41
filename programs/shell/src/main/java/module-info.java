/** The command line. */
module peaberry.shell {
    requires peaberry.interfaces;
    exports peaberry.shell;
}
