/** Peaberry's compiler of the native profile: Java class files to ELF images, by way of LLVM. */
module peaberry.compiler {
    exports peaberry.compiler;
}
