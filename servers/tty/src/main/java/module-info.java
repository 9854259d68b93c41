/** The terminal server: between a console and the programs that read and write there. */
module peaberry.tty {
    requires peaberry.interfaces;
    exports peaberry.tty;
}
