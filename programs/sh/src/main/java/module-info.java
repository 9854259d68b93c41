/**
 * The shell's command language. It is ordinary Java that knows nothing of Peaberry: what the machine does for it is
 * behind {@link peaberry.sh.system.OperatingSystem}.
 */
module peaberry.sh {
    exports peaberry.sh;
    exports peaberry.sh.syntax;
    exports peaberry.sh.expand;
    exports peaberry.sh.run;
    exports peaberry.sh.builtins;
    exports peaberry.sh.system;
    exports peaberry.sh.help;
}
