package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** {@code values()} is checked as any array. */
final class EnumValuesPastEnd {

    private enum Level { LOW, HIGH }

    private static int index = 1;

    static void run() {
        Out.println(Level.values()[index].name());
        Out.println(Level.values()[index + 1].name());
    }
}
