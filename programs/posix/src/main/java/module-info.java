/** What POSIX programs want of a system, as Peaberry has it: files, channels, processes; and the shell that uses it. */
module peaberry.posix {
    requires peaberry.interfaces;
    requires peaberry.sh;
    exports peaberry.posix;
}
