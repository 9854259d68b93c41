package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A field read again after a call sees what the call wrote. */
final class AliasedFieldAfterCall {

    private static final class Cell {
        int value;
        Cell other;

        void bump() {
            if (other != null) {
                other.value += 10;
            }
        }
    }

    private static final Cell A = new Cell();
    private static final Cell B = new Cell();

    static void run() {
        A.other = B;
        B.other = A;
        int before = A.value;
        B.bump();
        Out.println(before + A.value);
        A.bump();
        A.bump();
        Out.println(B.value);
        A.other = A;
        A.bump();
        Out.println(A.value);
    }
}
