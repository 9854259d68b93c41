package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Constants of an interface that need an initialiser. */
final class InterfaceFields {

    private interface Limits {
        int[] SIZES = {1, 2, 4};
        int TOTAL = SIZES[0] + SIZES[1] + SIZES[2];
        Object TOKEN = new Object();
    }

    private static final class Holder implements Limits {
        int total() {
            return TOTAL + SIZES.length;
        }
    }

    private static final Holder HOLDER = new Holder();

    static void run() {
        Out.println(HOLDER.total());
        Out.println(Limits.TOKEN == Holder.TOKEN);
    }
}
