package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A copying loop that runs out of its target has copied what fits. */
final class CopyLoopFaultsInside {

    private static final byte[] FROM = {1, 2, 3, 4, 5};
    private static final byte[] TO = new byte[3];

    private static void copy(byte[] from, byte[] to) {
        for (int i = 0; i < from.length; i++) {
            Out.println(i == 0 ? 0 : to[i - 1]);
            to[i] = from[i];
        }
    }

    static void run() {
        copy(FROM, TO);
    }
}
