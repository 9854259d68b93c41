package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** Unboxed records made from arguments with conditions and with other records. */
final class UnboxedConditionalArgument {

    @Unboxed
    private record Meters(long value) {
        Meters half() {
            return new Meters(value / 2);
        }
    }

    private static boolean far = true;

    private static Meters choose(int base) {
        return new Meters(far ? base * 1000L : base);
    }

    static void run() {
        Out.println(choose(7).value());
        far = false;
        Out.println(choose(7).value());
        Out.println(new Meters(new Meters(choose(100).value() + 1).half().value() + (far ? 1 : 2)).value());
    }
}
