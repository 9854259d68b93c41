package peaberry.abi;

/**
 * A window on other bytes. An instance is made once and pointed at one range after another; it never shows a byte
 * outside of its range, nor outside of the bytes below.
 */
public final class ByteRange implements Bytes {

    private Bytes source;
    private long start;
    private long size;

    /** A range of no bytes. */
    public ByteRange() {
        // Every field is as it should be.
    }

    /** Shows the {@code length} bytes of {@code source} from {@code offset}; what {@code source} does not have is cut off. */
    public void show(Bytes source, long offset, long length) {
        long available = source.size();
        boolean starts = offset >= 0 && offset <= available;
        this.source = source;
        start = starts ? offset : 0;
        size = starts ? Math.max(0, Math.min(length, available - offset)) : 0;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int unsignedByte(long offset) {
        return offset >= 0 && offset < size ? source.unsignedByte(start + offset) : 0;
    }

    @Override
    public int int32(long offset) {
        return offset >= 0 && offset <= size - Integer.BYTES ? source.int32(start + offset) : Bytes.super.int32(offset);
    }

    @Override
    public long int64(long offset) {
        return offset >= 0 && offset <= size - Long.BYTES ? source.int64(start + offset) : Bytes.super.int64(offset);
    }
}
