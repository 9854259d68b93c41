package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Instance fields of every kind keep their values and do not overlap. */
final class ObjectFields {

    private static class Base {
        byte b = 1;
        long l = 2;
        boolean z = true;
        short s = 3;
    }

    private static final class Derived extends Base {
        char c = '4';
        int i = 5;
        byte b2 = 6;
        Object reference = "seven";
        boolean z2;
        long[] array = {8};
    }

    private static final Derived OBJECT = new Derived();

    private static void show() {
        Out.println(OBJECT.b);
        Out.println(OBJECT.l);
        Out.println(OBJECT.z);
        Out.println(OBJECT.s);
        Out.println(OBJECT.c);
        Out.println(OBJECT.i);
        Out.println(OBJECT.b2);
        Out.println((String) OBJECT.reference);
        Out.println(OBJECT.z2);
        Out.println(OBJECT.array[0]);
    }

    static void run() {
        show();
        OBJECT.b = -1;
        OBJECT.l = -1;
        OBJECT.z = false;
        OBJECT.s = -1;
        show();
        OBJECT.c = '\uFFFF';
        OBJECT.i = -1;
        OBJECT.b2 = -1;
        OBJECT.z2 = true;
        show();
    }
}
