package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Ordinals, names, values, comparison and identity of enum constants. */
final class EnumBasics {

    private enum Level { LOW, MIDDLE, HIGH }

    private static final Level[] LEVELS = Level.values();

    static void run() {
        for (Level level : LEVELS) {
            Out.println(level.ordinal());
            Out.println(level.name());
            Out.println(level.compareTo(Level.MIDDLE));
            Out.println(level == Level.HIGH);
            Out.println(level.equals(Level.LOW));
        }
        LEVELS[0] = null;
        Out.println(Level.LOW.ordinal());
    }
}
