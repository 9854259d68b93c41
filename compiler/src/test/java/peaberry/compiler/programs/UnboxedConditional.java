package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** Unboxed records chosen by conditional operators and switches. */
final class UnboxedConditional {

    @Unboxed
    private record Rights(int bits) {
        static final Rights NONE = new Rights(0);
        static final Rights ALL = new Rights(7);

        Rights and(Rights other) {
            return new Rights(bits & other.bits);
        }
    }

    private static Rights choose(int kind) {
        return switch (kind) {
            case 0 -> Rights.NONE;
            case 1 -> Rights.ALL;
            default -> kind > 10 ? new Rights(kind) : Rights.ALL.and(new Rights(5));
        };
    }

    static void run() {
        for (int i = 0; i < 15; i += 3) {
            Out.println(choose(i).bits());
        }
        Out.println(choose(1).bits());
        Rights rights = Rights.NONE;
        while (rights.bits() < 20) {
            rights = new Rights(rights.bits() * 2 + 1);
        }
        Out.println(rights.bits());
    }
}
