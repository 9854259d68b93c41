package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The hashCode of a record of strings and numbers is the one that the JVM computes. */
final class RecordHashCode {

    private record Name(String text, int number) {
    }

    private record Wide(long value, boolean flag) {
    }

    private static final Name[] NAMES = {new Name("x", 1), new Name("", -1), new Name(null, 7)};
    private static final Wide WIDE = new Wide(0x1234_5678_9ABC_DEF0L, true);

    static void run() {
        for (Name name : NAMES) {
            Out.println(name.hashCode());
        }
        Out.println(WIDE.hashCode());
    }
}
