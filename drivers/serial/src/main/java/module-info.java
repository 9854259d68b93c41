/** The driver of the serial port, a 16550: the console. */
module peaberry.serial {
    requires transitive peaberry.interfaces;
    exports peaberry.serial;
}
