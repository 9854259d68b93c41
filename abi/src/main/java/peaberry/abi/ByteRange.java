package peaberry.abi;

/**
 * A window on other bytes. An instance is made once and pointed at one range after another; it never shows a byte
 * outside of its range, nor outside of the bytes below.
 */
public final class ByteRange implements Bytes {

    private ByteSource source;
    private long start;
    private long size;

    /** A range of no bytes. */
    public ByteRange() {
        // Every field is as it should be.
    }

    /**
     * Shows the {@code length} bytes of {@code bytes} from {@code offset}; what {@code bytes} does not have is cut off.
     *
     * @param bytes a {@link ByteSource} or another range
     */
    public void show(Bytes bytes, long offset, long length) {
        long available = bytes.size();
        boolean starts = offset >= 0 && offset <= available;
        long within = starts ? offset : 0;
        if (bytes instanceof ByteRange range) {
            source = range.source;
            start = range.start + within;
        } else {
            source = (ByteSource) bytes;
            start = within;
        }
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
