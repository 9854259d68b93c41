package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Variables that exchange their values in a loop, in both widths. */
final class SwappingVariables {

    static void run() {
        int a = 1;
        int b = 2;
        long x = 3;
        long y = 4;
        for (int i = 0; i < 5; i++) {
            int t = a;
            a = b;
            b = t;
            long u = x;
            x = y + i;
            y = u;
            Out.println(a);
            Out.println(x);
        }
        Out.println(b);
        Out.println(y);
    }
}
