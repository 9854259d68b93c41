package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Arrays in fields of objects, each object its own. */
final class InstanceArrays {

    private static final class Table {
        private final int[] entries = new int[4];
        private int used;

        Table add(int value) {
            entries[used++] = value;
            return this;
        }

        int sum() {
            int sum = 0;
            for (int i = 0; i < used; i++) {
                sum += entries[i];
            }
            return sum;
        }
    }

    private static final Table A = new Table();
    private static final Table B = new Table().add(100);

    static void run() {
        Out.println(A.add(1).add(2).sum());
        Out.println(B.add(3).sum());
        Out.println(A.add(4).add(5).sum());
        Out.println(A.add(6).sum());
    }
}
