package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** The equals and hashCode that a record is given. */
final class RecordEquality {

    private record Key(int id, long serial, boolean hot, byte tag, char letter, short rank, String name, Object any) {
    }

    private record Nothing() {
    }

    private static final Object SHARED = new Object();

    private static final Object[] KEYS = {
        new Key(1, 2, true, (byte) 3, 'c', (short) 4, "name", SHARED),
        new Key(1, 2, true, (byte) 3, 'c', (short) 4, "name", SHARED),
        new Key(1, 2L << 40, true, (byte) 3, 'c', (short) 4, "name", SHARED),
        new Key(1, 2, false, (byte) 3, 'c', (short) 4, "name", SHARED),
        new Key(1, 2, true, (byte) 3, 'c', (short) 4, null, SHARED),
        new Key(1, 2, true, (byte) 3, 'c', (short) 4, null, null),
        new Key(1, 2, true, (byte) 3, 'c', (short) 4, null, null),
        new Nothing(), new Nothing(), null,
    };

    static void run() {
        for (Object a : KEYS) {
            for (Object b : KEYS) {
                Out.println(a != null && a.equals(b));
            }
        }
    }
}
