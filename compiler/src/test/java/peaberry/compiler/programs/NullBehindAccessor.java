package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;

/** An embedded object is asked of null: the fault comes before the arguments of what is called on the embedded object. */
final class NullBehindAccessor {

    private static final class Inner {
        int value = 4;

        int plus(int more) {
            return value + more;
        }

        int value() {
            return value;
        }
    }

    private static final class Owner {
        long padding;
        @Embedded
        final Inner inner = new Inner();

        Inner inner() {
            return inner;
        }

        int innerPlus(int more) {
            return inner.plus(more);
        }
    }

    private static Owner[] owners = {new Owner(), null};
    private static int counted;

    private static int count() {
        Out.println("counted");
        return ++counted;
    }

    static void run() {
        Out.println(owners[0].inner().value());
        Out.println(owners[0].inner().plus(2));
        Out.println(owners[0].innerPlus(3));
        Out.println(owners[0].inner().plus(count()));
        Out.println(owners[1].inner().plus(count()));
    }
}
