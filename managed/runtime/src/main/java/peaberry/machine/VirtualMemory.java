package peaberry.machine;

import org.teavm.interop.Address;

/** In an ordinary Java program: raw access to its own address space. */
public final class VirtualMemory {

    private VirtualMemory() {
    }

    public static byte loadByte(long address) {
        return Address.fromLong(address).getByte();
    }

    public static short loadShort(long address) {
        return Address.fromLong(address).getShort();
    }

    public static int loadInt(long address) {
        return Address.fromLong(address).getInt();
    }

    public static long loadLong(long address) {
        return Address.fromLong(address).getLong();
    }

    public static void storeByte(long address, byte value) {
        Address.fromLong(address).putByte(value);
    }

    public static void storeShort(long address, short value) {
        Address.fromLong(address).putShort(value);
    }

    public static void storeInt(long address, int value) {
        Address.fromLong(address).putInt(value);
    }

    public static void storeLong(long address, long value) {
        Address.fromLong(address).putLong(value);
    }

    /** Copies bytes to where none of them are. */
    public static void copy(long to, long from, long bytes) {
        Address.moveMemoryBlock(Address.fromLong(from), Address.fromLong(to), (int) bytes);
    }

    /** Writes zeros. */
    public static void clear(long address, long bytes) {
        Address.fillZero(Address.fromLong(address), (int) bytes);
    }
}
