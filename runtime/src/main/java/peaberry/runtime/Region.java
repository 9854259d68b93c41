package peaberry.runtime;

import peaberry.abi.ByteSource;
import peaberry.abi.Bytes;
import peaberry.machine.Trusted;
import peaberry.machine.VirtualMemory;

/**
 * Mapped memory, with its bounds: nothing outside of it is ever touched. Only trusted code makes one, at an address
 * that holds neither objects nor code of the program. Reads outside answer 0; writes outside are a fault of the program.
 */
@Trusted
public final class Region implements ByteSource {

    private static final int WORD_BYTES = 8;

    private long base;
    private long size;

    /** An empty region, until {@link Regions} opens it. */
    public Region() {
        // Every field is as it should be.
    }

    /** @param base address, a multiple of 8 @param size bytes */
    @Trusted
    Region(long base, long size) {
        this.base = base;
        this.size = size;
    }

    /** Says where a region is that is known only at run time. */
    @Trusted
    void place(long address, long bytes) {
        base = address;
        size = bytes;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int unsignedByte(long offset) {
        return contains(offset, 1) ? VirtualMemory.loadByte(base + offset) & 0xFF : 0;
    }

    /** A little-endian number of 16 bits, read at once, 0 to 65,535. @param offset a multiple of 2 */
    public int unsignedShort(long offset) {
        return (offset & Short.BYTES - 1) == 0 && contains(offset, Short.BYTES) ? VirtualMemory.loadShort(base + offset) & 0xFFFF : 0;
    }

    @Override
    public int int32(long offset) {
        boolean direct = (offset & Integer.BYTES - 1) == 0 && contains(offset, Integer.BYTES);
        return direct ? VirtualMemory.loadInt(base + offset) : assemble32(offset);
    }

    @Override
    public long int64(long offset) {
        boolean direct = (offset & WORD_BYTES - 1) == 0 && contains(offset, WORD_BYTES);
        return direct ? VirtualMemory.loadLong(base + offset) : assemble32(offset) & 0xFFFF_FFFFL | (long) assemble32(offset + 4) << 32;
    }

    /** Writes a little-endian word. @param offset a multiple of 8, 0 to {@link #size()} - 8 */
    public void setInt64(long offset, long value) {
        if ((offset & WORD_BYTES - 1) != 0 || !contains(offset, WORD_BYTES)) {
            throw new IndexOutOfBoundsException();
        }
        VirtualMemory.storeLong(base + offset, value);
    }

    /** Writes a little-endian number of 32 bits, at once. @param offset a multiple of 4, 0 to {@link #size()} - 4 */
    public void setInt32(long offset, int value) {
        if ((offset & Integer.BYTES - 1) != 0 || !contains(offset, Integer.BYTES)) {
            throw new IndexOutOfBoundsException();
        }
        VirtualMemory.storeInt(base + offset, value);
    }

    /** Writes a little-endian number of 16 bits, at once. @param offset a multiple of 2, 0 to {@link #size()} - 2 */
    public void setInt16(long offset, int value) {
        if ((offset & Short.BYTES - 1) != 0 || !contains(offset, Short.BYTES)) {
            throw new IndexOutOfBoundsException();
        }
        VirtualMemory.storeShort(base + offset, (short) value);
    }

    /** Writes a byte. @param offset 0 to {@link #size()} - 1 */
    public void setByte(long offset, int value) {
        if (!contains(offset, 1)) {
            throw new IndexOutOfBoundsException();
        }
        VirtualMemory.storeByte(base + offset, (byte) value);
    }

    /** Copies the {@code count} bytes of {@code source} from {@code from} to the start of this region. */
    public void copyFrom(Bytes source, long from, long count) {
        long copied = 0;
        while (count - copied >= WORD_BYTES) {
            setInt64(copied, source.int64(from + copied));
            copied += WORD_BYTES;
        }
        while (copied < count) {
            setByte(copied, source.unsignedByte(from + copied));
            copied++;
        }
    }

    /** Copies bytes within the region, to where none of them are. A fault of the program if they are not all in it. */
    public void copy(long from, long to, long bytes) {
        VirtualMemory.copy(address(to, bytes), address(from, bytes), bytes);
    }

    /** Copies bytes of another region. A fault of the program if they are not all in it, or have no room in this one. */
    public void copyFrom(Region source, long from, long to, long bytes) {
        VirtualMemory.copy(address(to, bytes), source.address(from, bytes), bytes);
    }

    /** Writes zeros. A fault of the program if they are not all in the region. */
    public void clear(long offset, long bytes) {
        VirtualMemory.clear(address(offset, bytes), bytes);
    }

    /** Where the {@code bytes} bytes from {@code offset} on are; a fault of the program if they are not all in the region. */
    long address(long offset, long bytes) {
        if (bytes < 0 || !contains(offset, bytes)) {
            throw new IndexOutOfBoundsException();
        }
        return base + offset;
    }

    private int assemble32(long offset) {
        return unsignedByte(offset) | unsignedByte(offset + 1) << 8
                | unsignedByte(offset + 2) << 16 | unsignedByte(offset + 3) << 24;
    }

    private boolean contains(long offset, long bytes) {
        return offset >= 0 && offset <= size - bytes;
    }
}
