package peaberry.ethernet;

import peaberry.abi.Range;
import peaberry.machine.Unboxed;

/** An address of the Internet protocol, version 4: 32 bits, of which the first byte that travels is the highest. */
@Unboxed
public record Ipv4Address(@Range(max = 0xFFFF_FFFFL) long bits) {

    /** The address {@code a.b.c.d}. */
    public static Ipv4Address of(int a, int b, int c, int d) {
        return new Ipv4Address((a & 0xFFL) << 24 | (b & 0xFFL) << 16 | (c & 0xFFL) << 8 | d & 0xFFL);
    }
}
