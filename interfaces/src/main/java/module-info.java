/** What servers do for their clients: the interfaces that more than one program knows, a package each. */
module peaberry.interfaces {
    requires transitive peaberry.runtime;
    exports peaberry.block;
    exports peaberry.bus;
    exports peaberry.clock;
    exports peaberry.console;
    exports peaberry.driver;
    exports peaberry.entropy;
    exports peaberry.ethernet;
    exports peaberry.file;
    exports peaberry.grant;
    exports peaberry.process;
    exports peaberry.stream;
    exports peaberry.system;
}
