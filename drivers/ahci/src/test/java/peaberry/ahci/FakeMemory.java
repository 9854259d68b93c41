package peaberry.ahci;

import java.util.HashMap;
import java.util.Map;
import peaberry.abi.KernelError;
import peaberry.runtime.Window;

/** The shared memory, and windows of callers, in the hands of a test. */
final class FakeMemory extends CommandMemory {

    /** Where the device sees the memory: beyond 4 GiB. */
    static final long DEVICE_BASE = 0x2_4680_0000L;

    /** The bytes behind each window, by its slot. */
    final Map<Integer, byte[]> windows = new HashMap<>();

    private final byte[] bytes = new byte[BYTES];
    private int lastSlot;

    /** A new window of so many bytes. */
    Window window(int size) {
        lastSlot++;
        windows.put(lastSlot, new byte[size]);
        return Window.at(lastSlot);
    }

    /** What the controller finds at an address; it has no other memory. */
    int load(long address) {
        return int32(Math.toIntExact(address - DEVICE_BASE));
    }

    void store(long address, int value) {
        setInt32(Math.toIntExact(address - DEVICE_BASE), value);
    }

    /** Moves bytes between the memory and a disk. */
    void moveTo(long address, byte[] disk, int at, int count) {
        System.arraycopy(bytes, Math.toIntExact(address - DEVICE_BASE), disk, at, count);
    }

    void moveFrom(long address, byte[] disk, int at, int count) {
        System.arraycopy(disk, at, bytes, Math.toIntExact(address - DEVICE_BASE), count);
    }

    @Override
    long deviceAddress(int offset) {
        return DEVICE_BASE + offset;
    }

    @Override
    int int32(int offset) {
        int value = 0;
        for (int i = Integer.BYTES - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes[offset + i] & 0xFF;
        }
        return value;
    }

    @Override
    void setInt32(int offset, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[offset + i] = (byte) (value >>> i * Byte.SIZE);
        }
    }

    @Override
    KernelError copyIn(Window window, long from, int offset, int count) {
        return has(window, from, count) ? copied(windows.get(window.slot()), (int) from, bytes, offset, count) : KernelError.RANGE_ERROR;
    }

    @Override
    KernelError copyOut(int offset, int count, Window window, long to) {
        return has(window, to, count) ? copied(bytes, offset, windows.get(window.slot()), (int) to, count) : KernelError.RANGE_ERROR;
    }

    private static KernelError copied(byte[] from, int at, byte[] to, int place, int count) {
        System.arraycopy(from, at, to, place, count);
        return KernelError.NONE;
    }

    private boolean has(Window window, long from, int count) {
        return windows.containsKey(window.slot()) && from <= windows.get(window.slot()).length - count;
    }
}
