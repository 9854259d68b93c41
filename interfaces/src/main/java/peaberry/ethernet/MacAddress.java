package peaberry.ethernet;

import peaberry.abi.Range;
import peaberry.machine.Unboxed;

/** The address of a station on an Ethernet: 48 bits, of which the first byte that travels is the highest. */
@Unboxed
public record MacAddress(@Range(max = 0xFFFF_FFFF_FFFFL) long bits) {

    /** Bytes of one. */
    public static final int BYTES = 6;
    /** All stations. */
    public static final MacAddress BROADCAST = new MacAddress(0xFFFF_FFFF_FFFFL);

    /** One of its bytes, 0 to 255, in the order in which they travel. @param index 0 to {@link #BYTES} - 1 */
    public int byteAt(int index) {
        return (int) (bits >>> Byte.SIZE * (BYTES - 1 - index)) & 0xFF;
    }
}
