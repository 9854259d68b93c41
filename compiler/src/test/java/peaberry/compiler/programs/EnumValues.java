package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** {@code values()} of an enum at run time: iterated, counted, indexed, handed on, copied from. */
final class EnumValues {

    private enum Level {
        LOW, MIDDLE {
            @Override
            int weight() {
                return 50;
            }
        }, HIGH;

        int weight() {
            return ordinal();
        }

        Level next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    private enum Nothing { }

    private static final Object[] COPY = new Object[4];
    private static int one = 1;

    static void run() {
        for (Level level : Level.values()) {
            Out.println(level.name());
            Out.println(level.weight());
            Out.println(level.next().name());
        }
        Out.println(Level.values().length);
        Out.println(Nothing.values().length);
        Out.println(Level.values()[one].name());
        Level[] kept = Level.values();
        Out.println(last(kept).name());
        Out.println(kept instanceof Object[]);
        System.arraycopy(kept, 0, COPY, one, kept.length);
        Out.println(COPY[3] == Level.HIGH);
    }

    private static <T> T last(T[] all) {
        return all[all.length - 1];
    }
}
