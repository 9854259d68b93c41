package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** instanceof against a class of which no object exists. */
final class InstanceOfNeverMade {

    private interface Ghost {
    }

    private static final class Phantom implements Ghost {
    }

    private static Object thing = "thing";

    static void run() {
        Out.println(thing instanceof Phantom);
        Out.println(thing instanceof Ghost);
        Out.println(thing instanceof long[][]);
        if (thing instanceof Ghost ghost) {
            Out.println(ghost == null);
        }
    }
}
