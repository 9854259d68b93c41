package peaberry.compiler;

/** What an image runs on. */
public enum Target {
    /** The bare machine: linked with assembly and a linker script; the stack is bounded and the call graph a tree. */
    KERNEL,
    /** A process of Peaberry: starts at {@code _start} with its argument in {@code rdi}. */
    PROGRAM,
    /** A Linux process without a C library, for the compiler's own tests: assembly calls {@code peaberry_main}. */
    LINUX
}
