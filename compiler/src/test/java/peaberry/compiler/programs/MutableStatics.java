package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Statics of one class written by another. */
final class MutableStatics {

    private static final class Registers {
        static int a;
        static long b = 1L << 35;
        static Object c;
        static byte d = 3;
    }

    static void run() {
        for (int i = 0; i < 3; i++) {
            Registers.a += i;
            Registers.b >>= Registers.a;
            Registers.c = Registers.c == null ? "text" : null;
            Registers.d *= 5;
            Out.println(Registers.a);
            Out.println(Registers.b);
            Out.println((String) Registers.c);
            Out.println(Registers.d);
        }
    }
}
