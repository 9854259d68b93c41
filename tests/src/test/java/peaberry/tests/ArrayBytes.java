package peaberry.tests;

import peaberry.abi.ByteSource;

/** The bytes of an array, as what reads formats takes them. */
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
