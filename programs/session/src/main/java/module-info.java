/** Opens a session at a terminal: has a shell started there, with what the session may have. */
module peaberry.session {
    requires peaberry.interfaces;
    exports peaberry.session;
}
