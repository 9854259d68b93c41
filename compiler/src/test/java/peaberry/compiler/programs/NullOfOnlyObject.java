package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** What is known of a class's only object is not known of null. */
final class NullOfOnlyObject {

    private static final class Machine {
        final int size = Integer.parseInt("7");
    }

    private static Machine[] machines = {new Machine(), null};

    static void run() {
        for (Machine machine : machines) {
            Out.println(machine.size);
        }
    }
}
