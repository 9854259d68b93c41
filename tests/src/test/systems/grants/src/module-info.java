/** A program that tries to get at more than it was given. */
module escape {
    requires peaberry.interfaces;
    exports escape;
}
