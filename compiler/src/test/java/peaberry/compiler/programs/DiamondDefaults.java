package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The most specific default method wins; a class's own method wins over any. */
final class DiamondDefaults {

    private interface Top {
        default int value() {
            return 1;
        }
    }

    private interface Left extends Top {
        @Override
        default int value() {
            return 2;
        }
    }

    private interface Right extends Top {
    }

    private static class Both implements Right, Left {
    }

    private static class Base {
        public int value() {
            return 4;
        }
    }

    private static final class Inherited extends Base implements Left {
    }

    private interface Other {
        default int value() {
            return 8;
        }
    }

    private static final class Chosen implements Left, Other {
        @Override
        public int value() {
            return Left.super.value() + Other.super.value();
        }
    }

    private static final Top[] TOPS = {new Both(), new Inherited(), new Chosen()};

    static void run() {
        for (Top top : TOPS) {
            Out.println(top.value());
        }
    }
}
