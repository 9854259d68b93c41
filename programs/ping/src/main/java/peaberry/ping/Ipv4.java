package peaberry.ping;

import peaberry.ethernet.Ipv4Address;

/** The header of the Internet protocol, version 4 (RFC 791, 3.1), without options when it is written, with any when it is read. */
final class Ipv4 {

    static final int PROTOCOL_ICMP = 1;
    /** Of a header without options. */
    static final int BYTES = 20;

    private static final int START = EthernetHeader.BYTES;
    private static final int VERSION_AND_LENGTH = START;
    private static final int TOTAL_LENGTH = START + 2;
    private static final int FRAGMENT = START + 6;
    private static final int TIME_TO_LIVE = START + 8;
    private static final int PROTOCOL = START + 9;
    private static final int CHECKSUM = START + 10;
    private static final int SOURCE = START + 12;
    private static final int DESTINATION = START + 16;

    private static final int VERSION = 4;
    private static final int VERSION_SHIFT = 4;
    private static final int LENGTH_MASK = 0xF;
    private static final int WORD_BYTES = 4;
    /** More fragments follow, or this is not the first one; and: it is not to be taken apart. */
    private static final int IS_FRAGMENT = 0x3FFF;
    private static final int WHOLE = 0x4000;
    private static final int HOPS = 64;

    private Ipv4() {
    }

    /** Writes the header of a packet of one piece. @param payload bytes behind the header */
    static void write(Packet packet, int protocol, Ipv4Address source, Ipv4Address destination, int payload) {
        packet.setByte(VERSION_AND_LENGTH, VERSION << VERSION_SHIFT | BYTES / WORD_BYTES);
        packet.setInt16(TOTAL_LENGTH, BYTES + payload);
        packet.setInt16(FRAGMENT, WHOLE);
        packet.setByte(TIME_TO_LIVE, HOPS);
        packet.setByte(PROTOCOL, protocol);
        packet.setInt32(SOURCE, source.bits());
        packet.setInt32(DESTINATION, destination.bits());
        packet.setInt16(CHECKSUM, 0);
        packet.setInt16(CHECKSUM, packet.checksum(START, BYTES));
    }

    /** Whether this is a whole packet of that protocol for this address, and its header is right. */
    static boolean isFor(Packet packet, Ipv4Address destination, int protocol) {
        int header = headerBytes(packet);
        return EthernetHeader.type(packet) == EthernetHeader.TYPE_IPV4
                && packet.byteAt(VERSION_AND_LENGTH) >>> VERSION_SHIFT == VERSION
                && header >= BYTES && packet.int16(TOTAL_LENGTH) >= header && START + packet.int16(TOTAL_LENGTH) <= packet.length()
                && packet.checksum(START, header) == 0 && (packet.int16(FRAGMENT) & IS_FRAGMENT) == 0
                && packet.byteAt(PROTOCOL) == protocol && packet.int32(DESTINATION) == destination.bits();
    }

    static Ipv4Address source(Packet packet) {
        return new Ipv4Address(packet.int32(SOURCE));
    }

    /** Where that begins which the packet carries. */
    static int payload(Packet packet) {
        return START + headerBytes(packet);
    }

    /** How many bytes it carries. */
    static int payloadBytes(Packet packet) {
        return packet.int16(TOTAL_LENGTH) - headerBytes(packet);
    }

    private static int headerBytes(Packet packet) {
        return (packet.byteAt(VERSION_AND_LENGTH) & LENGTH_MASK) * WORD_BYTES;
    }
}
