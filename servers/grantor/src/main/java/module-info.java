/** The grantor: grants people what they may have while they are logged in. */
module peaberry.grantor {
    requires peaberry.interfaces;
    exports peaberry.grantor;
}
