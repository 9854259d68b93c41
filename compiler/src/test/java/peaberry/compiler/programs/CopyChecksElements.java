package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy stops at the first object that the target cannot hold. */
final class CopyChecksElements {

    private static final Object[] FROM = {"one", "two", new int[0], "four"};
    private static final String[] TO = new String[4];

    static void run() {
        System.arraycopy(FROM, 0, TO, 1, 2);
        Out.println(TO[2]);
        System.arraycopy(FROM, 0, TO, 0, 4);
        Out.println("after");
    }
}
