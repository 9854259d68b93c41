package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Compile-time constants of every kind, also those of another class. */
final class Constants {

    private static final class Limits {
        static final byte B = -7;
        static final short S = 1000;
        static final char C = '%';
        static final int I = 1 << 20;
        static final long L = 1L << 40 | 3;
        static final boolean Z = true;
        static final String TEXT = "number " + I + ' ' + L + Z;
        final int own = 77;
    }

    private static final Limits LIMITS = new Limits();

    static void run() {
        Out.println(Limits.B);
        Out.println(Limits.S);
        Out.println(Limits.C);
        Out.println(Limits.I);
        Out.println(Limits.L);
        Out.println(Limits.Z);
        Out.println(Limits.TEXT);
        Out.println(LIMITS.own);
    }
}
