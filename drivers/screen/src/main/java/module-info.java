/** The driver of a PC's keyboard and its screen of text: a console. */
module peaberry.screen {
    requires transitive peaberry.interfaces;
    exports peaberry.screen;
}
