package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;
import peaberry.machine.Embedded;

/** A method that reads an embedded object of null does nothing before the fault. */
final class NullPastAccessor {

    private static final class Inner {
        int value = 4;

        void add(int more) {
            value += more;
        }
    }

    private static final class Owner {
        @Embedded
        final Inner inner = new Inner();

        void add(int more) {
            inner.add(more);
            Out.println("added");
        }
    }

    private static Owner[] owners = {new Owner(), null};

    static void run() {
        owners[0].add(1);
        Out.println(owners[0].inner.value);
        owners[1].add(1);
    }
}
