/**
 * The shell's command language. It is ordinary Java that knows nothing of Peaberry: what the machine does for it is
 * behind an interface of its own.
 */
module peaberry.sh {
    exports peaberry.sh.syntax;
    exports peaberry.sh.expand;
}
