package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The final fields of a class's only object can be known before the program runs; the others cannot. */
final class OnlyObject {

    private static final class Machine {
        final int size = Integer.parseInt("7");
        final boolean on = size > 0;
        final byte small = (byte) (size - 10);
        final long large = size * 10_000_000_000L;
        final int[] table = {size, size + 1};
        final Machine self = this;
        final Machine none = size > 100 ? this : null;
        int count = size;
    }

    private static Machine machine = new Machine();

    static void run() {
        Machine it = machine;
        it.count++;
        it.table[1] += it.count;
        Out.println(it.size + it.small);
        Out.println(it.large);
        Out.println(it.on ? 1 : 0);
        Out.println(it.self.self.table[1]);
        Out.println(it.none == null ? 1 : 0);
        Out.println(it.count);
        Out.println(it.none.size);
    }
}
