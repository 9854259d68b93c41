/** The driver of the PC's clock, an MC146818. */
module peaberry.realtimeclock {
    requires transitive peaberry.interfaces;
    exports peaberry.realtimeclock;
}
