package peaberry.compiler;

/** What is done for a program to be fast. */
public enum Effort {
    /** Little: it is made as soon as possible. */
    LITTLE,
    /** What the compiler's makers recommend. */
    FULL
}
