package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Names that LLVM or a linker could stumble on. */
final class UnsafeLookingNames {

    private static int $ = 1;
    private static int münze = 2;
    private static int _main_ = 3;

    private static int printf(int a) {
        return a + $;
    }

    private static int memcpy(int a) {
        return a * münze;
    }

    private static int größe(int a) {
        return a - _main_;
    }

    static void run() {
        Out.println(printf(5));
        Out.println(memcpy(5));
        Out.println(größe(5));
    }
}
