package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Checked casts that succeed, null among them. */
final class CastsThatHold {

    private interface I {
        int value();
    }

    private static class A {
        int a = 1;
    }

    private static final class B extends A implements I {
        @Override
        public int value() {
            return 2;
        }
    }

    private static Object object = new B();
    private static Object array = new B[] {new B()};
    private static Object numbers = new int[][] {{5}};
    private static Object none;

    static void run() {
        Out.println(((A) object).a);
        Out.println(((I) object).value());
        Out.println(((A[]) array)[0].a);
        Out.println(((I[]) array)[0].value());
        Out.println(((Object[]) numbers).length);
        Out.println(((int[][]) numbers)[0][0]);
        Out.println((B) none == null);
        Out.println((String[]) none == null);
    }
}
