package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A cast to an interface that the object does not implement is a fault. */
final class CastToInterfaceFails {

    private interface Runner {
        void go();
    }

    private static final class Car implements Runner {
        @Override
        public void go() {
            Out.println("go");
        }
    }

    private static final Object[] OBJECTS = {new Car(), "car"};

    static void run() {
        for (Object each : OBJECTS) {
            ((Runner) each).go();
        }
    }
}
