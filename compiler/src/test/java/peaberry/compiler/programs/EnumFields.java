package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Enum constants with fields, a constructor and static members. */
final class EnumFields {

    private enum Planet {
        MERCURY(3303, "inner"), EARTH(5976, "inner"), JUPITER(1_900_000, "outer");

        private static final Planet[] ALL = values();
        private static final int COUNT = ALL.length;

        private final long mass;
        private final String zone;
        private int visits;

        Planet(long mass, String zone) {
            this.mass = mass;
            this.zone = zone;
        }

        static Planet of(int ordinal) {
            return ALL[ordinal];
        }

        long visit() {
            return mass * ++visits;
        }
    }

    static void run() {
        for (int i = 0; i < Planet.COUNT; i++) {
            Out.println(Planet.of(i).visit());
            Out.println(Planet.of(i).visit());
            Out.println(Planet.of(i).zone);
        }
        Out.println(Planet.EARTH.visits);
    }
}
