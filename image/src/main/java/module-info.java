/** Puts the system together: the native image through Peaberry's compiler, the hosted one straight from the classes. */
module peaberry.image {
    requires java.compiler;
    requires transitive peaberry.abi;
    requires transitive peaberry.compiler;
    exports peaberry.image;
    exports peaberry.image.system;
}
