package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A class of which only a static method is used has its static initialiser run all the same. */
final class InitialiserByStaticCall {

    private static final int[] LOG = new int[3];

    private static final class Driver {
        static {
            LOG[0] = 5;
        }

        static int start() {
            return 3;
        }
    }

    private static final class Base {
        static {
            LOG[1] = 6;
        }

        private Base() {
        }

        static class Nested {
            static {
                LOG[2] = 7;
            }
        }

        static int none() {
            return 4;
        }
    }

    static void run() {
        Out.println(Driver.start());
        Out.println(Base.none());
        for (int entry : LOG) {
            Out.println(entry);
        }
    }
}
