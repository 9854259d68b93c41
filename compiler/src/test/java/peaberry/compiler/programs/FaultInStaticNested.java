package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The fault names the nested class. */
final class FaultInStaticNested {

    private static final class Inner {
        private static final class Deeper {
            static int[] data = {1};

            static int get(int i) {
                return data[i];
            }
        }

        static int get(int i) {
            return Deeper.get(i) + 1;
        }
    }

    static void run() {
        Out.println(Inner.get(0));
        Out.println(Inner.get(1));
    }
}
