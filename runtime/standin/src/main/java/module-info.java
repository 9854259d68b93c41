/** What is in the kernel's and in root's place where a program's classes run without them, on the host. */
module peaberry.standin {
    requires transitive peaberry.runtime;
    exports peaberry.standin;
}
