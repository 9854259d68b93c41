package peaberry.machine.simulated;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Physical memory: little-endian bytes from address 0, and the objects that the kernel placed in it.
 *
 * <p>What natively is undefined is an exception here: an access that is not aligned or outside of the memory, a
 * placement on top of something else. Chunks come into being when they are first written, so that a large empty memory
 * costs nothing. Only one thread may use it at a time.
 */
public final class SimulatedMemory {

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK_BYTES = 1 << CHUNK_BITS;
    private static final int OFFSET_MASK = CHUNK_BYTES - 1;
    /** Objects stand at multiples of this. */
    private static final int ALIGNMENT = 8;
    /** The header of an object, where no embedded object can stand. */
    private static final int OBJECT_HEADER_BYTES = 8;

    private final long size;
    private final byte[][] chunks;
    private final Object[][] objects;
    private final Map<Object, Long> addresses = new IdentityHashMap<>();
    private final Consumer<Object> forgotten;

    /**
     * @param size      bytes, at most 2^46
     * @param forgotten hears of each object whose memory was zeroed
     */
    SimulatedMemory(long size, Consumer<Object> forgotten) {
        int count = Math.toIntExact(size + CHUNK_BYTES - 1 >> CHUNK_BITS);
        this.size = size;
        this.forgotten = forgotten;
        chunks = new byte[count][];
        objects = new Object[count][];
    }

    /** How many bytes there are. */
    public long size() {
        return size;
    }

    public byte loadByte(long address) {
        byte[] chunk = readable(address, 1);
        return chunk == null ? 0 : chunk[(int) address & OFFSET_MASK];
    }

    public short loadShort(long address) {
        byte[] chunk = readable(address, Short.BYTES);
        return chunk == null ? 0 : (short) SHORTS.get(chunk, (int) address & OFFSET_MASK);
    }

    public int loadInt(long address) {
        byte[] chunk = readable(address, Integer.BYTES);
        return chunk == null ? 0 : (int) INTS.get(chunk, (int) address & OFFSET_MASK);
    }

    public long loadLong(long address) {
        byte[] chunk = readable(address, Long.BYTES);
        return chunk == null ? 0 : (long) LONGS.get(chunk, (int) address & OFFSET_MASK);
    }

    public void storeByte(long address, byte value) {
        writable(address, 1)[(int) address & OFFSET_MASK] = value;
    }

    public void storeShort(long address, short value) {
        SHORTS.set(writable(address, Short.BYTES), (int) address & OFFSET_MASK, value);
    }

    public void storeInt(long address, int value) {
        INTS.set(writable(address, Integer.BYTES), (int) address & OFFSET_MASK, value);
    }

    public void storeLong(long address, long value) {
        LONGS.set(writable(address, Long.BYTES), (int) address & OFFSET_MASK, value);
    }

    /** Writes {@code content} from {@code address} on. */
    public void store(long address, byte[] content) {
        checkRange(address, content.length);
        for (int done = 0; done < content.length;) {
            int offset = (int) (address + done) & OFFSET_MASK;
            int length = Math.min(content.length - done, CHUNK_BYTES - offset);
            System.arraycopy(content, done, writable(address + done, 1), offset, length);
            done += length;
        }
    }

    /** Writes zeros and forgets the objects in the range. */
    public void zero(long address, long bytes) {
        checkRange(address, bytes);
        checkAligned(address | bytes, Long.BYTES);
        long end = address + bytes;
        for (long at = address; at < end;) {
            int chunk = (int) (at >> CHUNK_BITS);
            int offset = (int) at & OFFSET_MASK;
            int length = (int) Math.min(end - at, CHUNK_BYTES - offset);
            if (chunks[chunk] != null) {
                Arrays.fill(chunks[chunk], offset, offset + length, (byte) 0);
            }
            if (objects[chunk] != null) {
                forget(objects[chunk], offset / ALIGNMENT, (offset + length) / ALIGNMENT);
            }
            at += length;
        }
    }

    /** Copies 8 bytes at a time from the lowest address up, then the rest one by one, whatever overlaps. */
    public void copy(long to, long from, long bytes) {
        checkRange(to, bytes);
        checkRange(from, bytes);
        boolean aligned = ((to | from) & Long.BYTES - 1) == 0;
        long done = 0;
        while (bytes - done >= Long.BYTES) {
            if (aligned) {
                storeLong(to + done, loadLong(from + done));
            } else {
                copyUnalignedLong(to + done, from + done);
            }
            done += Long.BYTES;
        }
        while (done < bytes) {
            storeByte(to + done, loadByte(from + done));
            done++;
        }
    }

    /** All is loaded before anything is stored, as by one instruction. */
    private void copyUnalignedLong(long to, long from) {
        byte[] value = new byte[Long.BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            value[i] = loadByte(from + i);
        }
        store(to, value);
    }

    /** Places a new object and all that is embedded in it. */
    public <T> T create(Class<T> type, long address) {
        PlacedType placed = PlacedType.of(type);
        checkAligned(address, ALIGNMENT);
        checkRange(address, placed.footprint());
        checkEmpty(type, address, placed.footprint());
        T object = type.cast(placed.instantiate());
        register(object, placed, address);
        return object;
    }

    /** Puts an object that stood there before, with all that is embedded in it, back into its place, which is empty now. */
    public void putBack(Object object, long address) {
        register(object, PlacedType.of(object.getClass()), address);
    }

    /** Whether this is a placed object, or embedded in one, whose memory was not zeroed since. */
    public boolean holds(Object object) {
        return addresses.containsKey(object);
    }

    /** The placed object that this one, which is placed or embedded, is part of. */
    public Object outermost(Object object) {
        long address = addressOf(object);
        Object[] table = objects[(int) (address >> CHUNK_BITS)];
        int place = ((int) address & OFFSET_MASK) / ALIGNMENT;
        while (place > 0 && table[place - 1] != null) {
            place--;
        }
        return table[place];
    }

    /** The object of {@code type} that stands at {@code address}. */
    public <T> T at(Class<T> type, long address) {
        Object object = objectAt(address);
        if (!type.isInstance(object)) {
            throw new ClassCastException("not a " + type.getName() + " but "
                    + (object == null ? "nothing" : object.getClass().getName()) + " at 0x" + Long.toHexString(address));
        }
        return type.cast(object);
    }

    /** Whether an object of {@code type} stands at {@code address}. */
    public boolean isAt(Class<?> type, long address) {
        return type.isInstance(objectAt(address));
    }

    private Object objectAt(long address) {
        checkRange(address, ALIGNMENT);
        checkAligned(address, ALIGNMENT);
        Object[] table = objects[(int) (address >> CHUNK_BITS)];
        return table == null ? null : table[((int) address & OFFSET_MASK) / ALIGNMENT];
    }

    /** Where a placed or embedded object stands. */
    public long addressOf(Object placed) {
        Long address = addresses.get(placed);
        if (address == null) {
            throw new IllegalArgumentException("not a placed object: " + placed.getClass().getName());
        }
        return address;
    }

    /** The class's footprint in bytes, rounded up to 8. */
    public long sizeOf(Class<?> type) {
        return PlacedType.of(type).footprint();
    }

    /**
     * Embedded objects get consecutive places behind the header: natively each takes at least as much. An object with a
     * footprint leaves some of its places empty, so the next one does not follow at once.
     */
    private long register(Object object, PlacedType type, long address) {
        Object[] table = objectTable(address);
        table[((int) address & OFFSET_MASK) / ALIGNMENT] = object;
        addresses.put(object, address);
        long next = address + OBJECT_HEADER_BYTES;
        for (VarHandle field : type.embedded()) {
            Object embedded = field.get(object);
            next = register(embedded, PlacedType.of(embedded.getClass()), next);
        }
        return next;
    }

    private void forget(Object[] table, int from, int to) {
        for (int i = from; i < to; i++) {
            Object object = table[i];
            if (object != null) {
                table[i] = null;
                addresses.remove(object);
                forgotten.accept(object);
            }
        }
    }

    private void checkEmpty(Class<?> type, long address, long bytes) {
        for (long at = address; at < address + bytes; at += ALIGNMENT) {
            Object[] table = objects[(int) (at >> CHUNK_BITS)];
            Object other = table == null ? null : table[((int) at & OFFSET_MASK) / ALIGNMENT];
            if (other != null || loadLong(at) != 0) {
                throw new IllegalStateException("no room for a " + type.getName() + " at 0x" + Long.toHexString(address)
                        + ": there is " + (other == null ? "data" : "a " + other.getClass().getName()));
            }
        }
    }

    private Object[] objectTable(long address) {
        int chunk = (int) (address >> CHUNK_BITS);
        if (objects[chunk] == null) {
            objects[chunk] = new Object[CHUNK_BYTES / ALIGNMENT];
        }
        return objects[chunk];
    }

    /** The chunk of an address, or null if nothing was written to it yet. */
    private byte[] readable(long address, int width) {
        checkAccess(address, width);
        return chunks[(int) (address >> CHUNK_BITS)];
    }

    private byte[] writable(long address, int width) {
        checkAccess(address, width);
        int chunk = (int) (address >> CHUNK_BITS);
        if (chunks[chunk] == null) {
            chunks[chunk] = new byte[CHUNK_BYTES];
        }
        return chunks[chunk];
    }

    private void checkAccess(long address, int width) {
        if (address < 0 || address > size - width) {
            throw new IndexOutOfBoundsException("no memory at 0x" + Long.toHexString(address));
        }
        checkAligned(address, width);
    }

    private void checkRange(long address, long bytes) {
        if (address < 0 || bytes < 0 || bytes > size || address > size - bytes) {
            throw new IndexOutOfBoundsException("no memory at 0x" + Long.toHexString(address) + ", " + bytes + " bytes");
        }
    }

    private static void checkAligned(long value, int width) {
        if ((value & width - 1) != 0) {
            throw new IllegalArgumentException("not a multiple of " + width + ": 0x" + Long.toHexString(value));
        }
    }
}
