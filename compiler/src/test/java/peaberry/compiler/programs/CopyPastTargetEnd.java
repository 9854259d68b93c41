package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** System.arraycopy beyond the target's end is a fault. */
final class CopyPastTargetEnd {

    private static final byte[] FROM = new byte[10];
    private static final byte[] TO = new byte[3];
    private static int position = 2;

    static void run() {
        Out.println("before");
        System.arraycopy(FROM, 0, TO, position, 2);
    }
}
