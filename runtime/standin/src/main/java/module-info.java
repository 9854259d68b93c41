/** What is in the kernel's and in root's place where a program's classes run without them, on the host; and the host's tools for disks. */
module peaberry.standin {
    requires transitive peaberry.runtime;
    exports peaberry.standin;
}
