package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A switch that matches nothing does nothing. */
final class SwitchWithoutDefault {

    private static int count;

    static void run() {
        for (int i = 0; i < 10; i++) {
            switch (i) {
                case 3, 4, 5 -> count += i;
                case 9 -> count *= 2;
            }
            switch (i % 2) {
            }
        }
        Out.println(count);
    }
}
