package peaberry.ping;

import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.MacAddress;
import peaberry.runtime.Region;

/** A frame with its length. Numbers are big-endian, as the network has them. What is behind the length reads as 0, like what is behind the end. */
final class Packet {

    private static final int BYTE_MASK = 0xFF;
    private static final int HALF_MASK = 0xFFFF;

    private final byte[] bytes = new byte[EthernetDevice.MAX_BYTES];
    private int length;

    int length() {
        return length;
    }

    /** Makes it that long, and all of it 0. @param count 0 to {@link EthernetDevice#MAX_BYTES} */
    void clear(int count) {
        length = count;
        for (int i = 0; i < count; i++) {
            bytes[i] = 0;
        }
    }

    /** 0 to 255. */
    int byteAt(int offset) {
        return offset >= 0 && offset < length ? bytes[offset] & BYTE_MASK : 0;
    }

    /** 0 to 65,535. */
    int int16(int offset) {
        return byteAt(offset) << Byte.SIZE | byteAt(offset + 1);
    }

    /** 0 to 2^32 - 1. */
    long int32(int offset) {
        return (long) int16(offset) << Short.SIZE | int16(offset + 2);
    }

    MacAddress mac(int offset) {
        return new MacAddress((long) int16(offset) << Integer.SIZE | int32(offset + 2));
    }

    /** @param offset within the length, as everywhere below */
    void setByte(int offset, int value) {
        if (offset >= length) {
            throw new IndexOutOfBoundsException();
        }
        bytes[offset] = (byte) value;
    }

    void setInt16(int offset, int value) {
        setByte(offset, value >>> Byte.SIZE);
        setByte(offset + 1, value);
    }

    void setInt32(int offset, long value) {
        setInt16(offset, (int) (value >>> Short.SIZE));
        setInt16(offset + 2, (int) value);
    }

    void setMac(int offset, MacAddress value) {
        for (int i = 0; i < MacAddress.BYTES; i++) {
            setByte(offset + i, value.byteAt(i));
        }
    }

    /** The Internet's checksum over {@code count} bytes (RFC 1071): 0 if it is among them and is right. */
    int checksum(int offset, int count) {
        int sum = 0;
        for (int i = 0; i + 1 < count; i += 2) {
            sum += int16(offset + i);
        }
        if (count % 2 != 0) {
            sum += byteAt(offset + count - 1) << Byte.SIZE;
        }
        while (sum > HALF_MASK) {
            sum = (sum & HALF_MASK) + (sum >>> Short.SIZE);
        }
        return ~sum & HALF_MASK;
    }

    /** Becomes a copy of what is in memory. @param count 0 to {@link EthernetDevice#MAX_BYTES} */
    void copyFrom(Region memory, long offset, int count) {
        length = count;
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) memory.unsignedByte(offset + i);
        }
    }

    /** Copies all of it into memory. */
    void copyTo(Region memory, long offset) {
        for (int i = 0; i < length; i++) {
            memory.setByte(offset + i, bytes[i]);
        }
    }
}
