package peaberry.machine.x86_64;

import peaberry.machine.Intrinsic;

/** The IN and OUT instructions. Of a port's number the low 16 bits count. */
public final class PortIo {

    private PortIo() {
    }

    /** The 8 bits, zero-extended. */
    @Intrinsic
    public static int readByte(int port) {
        throw NativeOnly.refuse();
    }

    /** The 16 bits, zero-extended. */
    @Intrinsic
    public static int readShort(int port) {
        throw NativeOnly.refuse();
    }

    @Intrinsic
    public static int readInt(int port) {
        throw NativeOnly.refuse();
    }

    /** Writes the low 8 bits of {@code value}. */
    @Intrinsic
    public static void writeByte(int port, int value) {
        throw NativeOnly.refuse();
    }

    /** Writes the low 16 bits of {@code value}. */
    @Intrinsic
    public static void writeShort(int port, int value) {
        throw NativeOnly.refuse();
    }

    @Intrinsic
    public static void writeInt(int port, int value) {
        throw NativeOnly.refuse();
    }
}
