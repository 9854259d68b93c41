package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An interface makes a default method abstract again. */
final class AbstractDefault {

    private interface Source {
        default int take() {
            return 5;
        }
    }

    private interface Strict extends Source {
        @Override
        int take();
    }

    private static final class Fixed implements Strict {
        @Override
        public int take() {
            return 6;
        }
    }

    private static final class Loose implements Source {
    }

    private static final Source[] SOURCES = {new Fixed(), new Loose()};

    static void run() {
        for (Source source : SOURCES) {
            Out.println(source.take());
        }
    }
}
