package peaberry.runtime;

import peaberry.abi.Rights;
import peaberry.abi.UserLayout;

/** One buffer for all that a program lends while it reads and writes, made from its {@link OwnPages own pages} when it is first used. */
public final class OwnBuffer {

    /** How many bytes it has. */
    public static final int BYTES = 32 << 10;

    private static final int NONE = -1;

    private static final Region MEMORY = Workspace.memory();
    private static final LentMemory LENT = new LentMemory(MEMORY);
    private static long start = NONE;

    private OwnBuffer() {
    }

    /** Copies bytes to its start. @param count at most {@link #BYTES} */
    public static void put(byte[] from, int offset, int count) {
        open();
        for (int i = 0; i < count; i++) {
            MEMORY.setByte(start + i, from[offset + i]);
        }
    }

    /** Copies bytes from its start. @param count at most {@link #BYTES} */
    public static void get(byte[] to, int offset, int count) {
        for (int i = 0; i < count; i++) {
            to[offset + i] = (byte) MEMORY.unsignedByte(start + i);
        }
    }

    /** Lends its first bytes, until {@link #takeBack}: to be sent with one request. */
    public static Window lend(int bytes, Rights rights) {
        open();
        return LENT.lend(start, bytes, rights);
    }

    public static void takeBack() {
        LENT.takeBack();
    }

    private static void open() {
        if (start == NONE) {
            LENT.open("table", "space", OwnPages.takeSlots(1));
            start = OwnPages.map(BYTES / (int) UserLayout.PAGE);
        }
    }
}
