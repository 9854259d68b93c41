package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Characters that go through conditions, switches and fields stay unsigned. */
final class CharInTernaryAndSwitch {

    private static char held = '\uFFFE';
    private static final char[] HELD = {'\uFFFF', 'a'};

    private static int number(char value) {
        return value;
    }

    static void run() {
        char chosen = held > 'a' ? held : 'a';
        Out.println((int) chosen);
        Out.println(number(HELD[0]));
        held++;
        Out.println(number(held));
        Out.println(held == HELD[0]);
        Out.println((int) (char) (held + 1));
        Out.println((short) held);
        Out.println((byte) held);
    }
}
