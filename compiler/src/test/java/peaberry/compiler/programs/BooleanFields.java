package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Booleans in fields, arrays, compound assignment and as results. */
final class BooleanFields {

    private static boolean flag;
    private static final boolean[] FLAGS = new boolean[3];

    static void run() {
        flag |= true;
        Out.println(flag);
        flag &= false;
        Out.println(flag);
        flag ^= true;
        Out.println(flag);
        FLAGS[1] = flag;
        FLAGS[2] = !FLAGS[1];
        FLAGS[0] ^= FLAGS[1];
        for (boolean each : FLAGS) {
            Out.println(each);
        }
    }
}
