/** The first process: it starts the others, watches them and starts them again. */
module peaberry.root {
    requires peaberry.interfaces;
    exports peaberry.root;
}
