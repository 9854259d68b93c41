package peaberry.abi;

/** Bytes in an array. */
record ArrayBytes(byte[] content) implements ByteSource {

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public int unsignedByte(long offset) {
        return offset >= 0 && offset < content.length ? content[(int) offset] & 0xFF : 0;
    }
}
