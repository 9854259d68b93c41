package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Unboxed;

/** Unboxed records of a byte, a short, a char and a boolean. */
final class UnboxedNarrow {

    @Unboxed
    private record Level(byte value) {
    }

    @Unboxed
    private record Port(short number) {
    }

    @Unboxed
    private record Letter(char code) {
    }

    @Unboxed
    private record Flag(boolean on) {
        Flag not() {
            return new Flag(!on);
        }
    }

    private static Level level = new Level((byte) -3);
    private static Port port = new Port((short) 0x83F8);
    private static Letter letter = new Letter('\uFFFE');
    private static Flag flag = new Flag(true);
    private static int wide = 0x1_2384;

    static void run() {
        Out.println(level.value());
        Out.println(port.number());
        Out.println((int) letter.code());
        Out.println(flag.not().on());
        level = new Level((byte) wide);
        port = new Port((short) (wide * 0x1234));
        letter = new Letter((char) (wide * 77));
        flag = flag.not();
        Out.println(level.value());
        Out.println(port.number());
        Out.println((int) letter.code());
        Out.println(flag.on());
    }
}
