package peaberry.abi;

/** Read-only bytes that are somewhere else: in physical memory, mapped, in an array. */
public interface Bytes {

    /** How many there are. */
    long size();

    /** The unsigned byte at {@code offset}, 0 to {@link #size()} - 1. Outside of that it is 0: parsers check ranges first. */
    int unsignedByte(long offset);

    /** The little-endian 16-bit number at {@code offset}, unsigned. */
    default int unsignedShort(long offset) {
        return unsignedByte(offset) | unsignedByte(offset + 1) << 8;
    }

    /** The little-endian 32-bit number at {@code offset}. */
    default int int32(long offset) {
        return unsignedShort(offset) | unsignedShort(offset + 2) << 16;
    }

    /** The little-endian 64-bit number at {@code offset}. */
    default long int64(long offset) {
        return int32(offset) & 0xFFFF_FFFFL | (long) int32(offset + 4) << 32;
    }
}
