/** What POSIX programs want of a system, as Peaberry has it: files, channels, processes; and the shell and the tools that use it. */
module peaberry.posix {
    requires peaberry.administration;
    requires peaberry.fullscreen;
    requires peaberry.interactive;
    requires peaberry.interfaces;
    requires peaberry.sh;
    requires transitive peaberry.tools;
    exports peaberry.posix;
}
