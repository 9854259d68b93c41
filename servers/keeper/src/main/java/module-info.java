/** Who starts root anew when it fails. */
module peaberry.keeper {
    requires transitive peaberry.interfaces;
    exports peaberry.keeper;
}
