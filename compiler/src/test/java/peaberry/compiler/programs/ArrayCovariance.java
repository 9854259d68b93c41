package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** An array of a subclass is an array of its superclass and of its interfaces. */
final class ArrayCovariance {

    private interface Marked {
        int mark();
    }

    private static class Base {
        int kind() {
            return 1;
        }
    }

    private static final class Derived extends Base implements Marked {
        @Override
        int kind() {
            return 2;
        }

        @Override
        public int mark() {
            return 3;
        }
    }

    private static final Derived[] DERIVED = {new Derived(), new Derived()};
    private static final Derived ANOTHER = new Derived();

    private static int sum(Base[] bases) {
        int sum = 0;
        for (Base base : bases) {
            sum += base.kind();
        }
        return sum;
    }

    private static int marks(Marked[] marked) {
        marked[0] = ANOTHER;
        return marked[0].mark() + marked.length;
    }

    static void run() {
        Out.println(sum(DERIVED));
        Out.println(marks(DERIVED));
        Object[] objects = DERIVED;
        objects[1] = null;
        Out.println(DERIVED[1] == null);
        Out.println(DERIVED[0] == ANOTHER);
    }
}
