package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Type tests over more classes than fit in a byte of display. */
final class ManyClasses {

    private static class L0 {
    }

    private static class L1 extends L0 {
    }

    private static class L2 extends L1 {
    }

    private static class L3 extends L2 {
    }

    private static class L4 extends L3 {
    }

    private static class L5 extends L4 {
    }

    private static class L6 extends L5 {
    }

    private static class L7 extends L6 {
    }

    private static class L8 extends L7 {
    }

    private static final class L9 extends L8 {
    }

    private static final class M3 extends L2 {
    }

    private static final Object[] ALL = {
        new L0(), new L1(), new L2(), new L3(), new L4(), new L5(), new L6(), new L7(), new L8(), new L9(), new M3(),
    };

    static void run() {
        for (Object each : ALL) {
            int depth = 0;
            depth += each instanceof L0 ? 1 : 0;
            depth += each instanceof L1 ? 1 : 0;
            depth += each instanceof L2 ? 1 : 0;
            depth += each instanceof L3 ? 1 : 0;
            depth += each instanceof L4 ? 1 : 0;
            depth += each instanceof L5 ? 1 : 0;
            depth += each instanceof L6 ? 1 : 0;
            depth += each instanceof L7 ? 1 : 0;
            depth += each instanceof L8 ? 1 : 0;
            depth += each instanceof L9 ? 1 : 0;
            depth += each instanceof M3 ? 100 : 0;
            Out.println(depth);
        }
    }
}
