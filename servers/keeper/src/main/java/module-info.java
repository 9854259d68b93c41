/** Who starts root anew when it fails. */
module peaberry.keeper {
    requires peaberry.interfaces;
    exports peaberry.keeper;
}
