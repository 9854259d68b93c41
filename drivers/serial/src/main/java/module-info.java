/** The driver of the serial port, a 16550: the console. */
module peaberry.serial {
    requires transitive peaberry.runtime;
    exports peaberry.serial;
}
