/** The small tools of POSIX for text and files. They are ordinary Java that knows nothing of Peaberry, as {@code peaberry.sh} is. */
module peaberry.tools {
    requires transitive peaberry.sh;
    exports peaberry.tools;
}
