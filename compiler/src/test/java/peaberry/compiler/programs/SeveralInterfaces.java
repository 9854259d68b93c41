package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A class with several interfaces, one of which extends another. */
final class SeveralInterfaces {

    private interface Named {
        String name();
    }

    private interface Sized {
        int size();
    }

    private interface File extends Named, Sized {
        boolean writable();
    }

    private static final class Text implements File {
        @Override
        public String name() {
            return "text";
        }

        @Override
        public int size() {
            return 12;
        }

        @Override
        public boolean writable() {
            return true;
        }
    }

    private static final class Label implements Sized, Named {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public String name() {
            return "label";
        }
    }

    private static final Named[] NAMED = {new Text(), new Label()};

    static void run() {
        for (Named named : NAMED) {
            Out.println(named.name());
            if (named instanceof Sized sized) {
                Out.println(sized.size());
            }
            if (named instanceof File file) {
                Out.println(file.writable());
            }
        }
    }
}
