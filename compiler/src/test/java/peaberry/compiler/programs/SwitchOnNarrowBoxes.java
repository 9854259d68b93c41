package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Pattern switches with number labels over Byte, Short, Character and Integer. */
final class SwitchOnNarrowBoxes {

    private static final Byte[] BYTES = {1, -128, 9};
    private static final Short[] SHORTS = {7, -1};
    private static final Character[] CHARACTERS = {'x', '\uffff'};
    private static final Integer[] INTEGERS = {300, Integer.MIN_VALUE, 0};

    static void run() {
        for (Byte each : BYTES) {
            Out.println(switch (each) {
                case 1 -> 10;
                case -128 -> 11;
                case Byte other when other.intValue() > 5 -> 12;
                case Byte other -> 13;
            });
        }
        for (Short each : SHORTS) {
            Out.println(switch (each) {
                case 7 -> 20;
                case Short other -> 21;
            });
        }
        for (Character each : CHARACTERS) {
            Out.println(switch (each) {
                case 'x' -> 30;
                case '\uffff' -> 31;
                case Character other -> 32;
            });
        }
        for (Integer each : INTEGERS) {
            Out.println(switch (each) {
                case 300 -> 40;
                case Integer.MIN_VALUE -> 41;
                case Integer other -> 42;
            });
        }
    }
}
