/** What every program links: system calls, kernel objects, the message loop, text, and the clients of the servers. */
module peaberry.runtime {
    requires transitive peaberry.abi;
    exports peaberry.runtime;
}
