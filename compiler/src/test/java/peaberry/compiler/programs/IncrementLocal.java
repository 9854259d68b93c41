package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Increment of locals, with constants outside a byte too. */
final class IncrementLocal {

    static void run() {
        int i = Integer.MAX_VALUE;
        i++;
        Out.println(i);
        i += 1000;
        Out.println(i);
        i += -40000;
        Out.println(i);
        byte b = 127;
        b++;
        Out.println(b);
        char c = 0;
        c--;
        Out.println((int) c);
        long l = Long.MAX_VALUE;
        Out.println(l++);
        Out.println(l);
        int before = i++ + ++i;
        Out.println(before);
    }
}
