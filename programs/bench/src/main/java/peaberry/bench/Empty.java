package peaberry.bench;

import peaberry.runtime.Program;

/** A program that does nothing. */
public final class Empty {

    private Empty() {
    }

    /** Ends at once. @param argument not used */
    public static void main(long argument) {
        Program.exit(0);
    }
}
