/** Programs that fill the screen of a terminal, and the manual. They are ordinary Java that knows nothing of Peaberry, as {@code peaberry.sh} is. */
module peaberry.fullscreen {
    requires transitive peaberry.sh;
    requires peaberry.tools;
    exports peaberry.fullscreen;
    exports peaberry.fullscreen.top;
}
