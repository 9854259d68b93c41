package peaberry.ping;

import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.MacAddress;

/** The echo of ICMP (RFC 792, "Echo or Echo Reply Message"). */
final class Echo {

    private static final int TYPE_REPLY = 0;
    private static final int TYPE_REQUEST = 8;

    private static final int CHECKSUM = 2;
    private static final int IDENTIFIER = 4;
    private static final int SEQUENCE = 6;
    private static final int HEADER_BYTES = 8;
    /** What is sent to come back: as many bytes as others send. */
    private static final int DATA_BYTES = 56;
    private static final int START = EthernetHeader.BYTES + Ipv4.BYTES;

    private Echo() {
    }

    /** Asks a station to send back what it gets. */
    static void writeRequest(Packet packet, MacAddress ownMac, Ipv4Address own, MacAddress mac, Ipv4Address address, int identifier, int sequence) {
        packet.clear(START + HEADER_BYTES + DATA_BYTES);
        packet.setByte(START, TYPE_REQUEST);
        packet.setInt16(START + IDENTIFIER, identifier);
        packet.setInt16(START + SEQUENCE, sequence);
        for (int i = 0; i < DATA_BYTES; i++) {
            packet.setByte(START + HEADER_BYTES + i, i);
        }
        finish(packet, HEADER_BYTES + DATA_BYTES);
        Ipv4.write(packet, Ipv4.PROTOCOL_ICMP, own, address, HEADER_BYTES + DATA_BYTES);
        EthernetHeader.write(packet, mac, ownMac, EthernetHeader.TYPE_IPV4);
    }

    /** Sends back what a request brought. */
    static void writeReply(Packet packet, Packet request, MacAddress ownMac, Ipv4Address own) {
        int bytes = Ipv4.payloadBytes(request);
        packet.clear(START + bytes);
        for (int i = 0; i < bytes; i++) {
            packet.setByte(START + i, request.byteAt(Ipv4.payload(request) + i));
        }
        packet.setByte(START, TYPE_REPLY);
        finish(packet, bytes);
        Ipv4.write(packet, Ipv4.PROTOCOL_ICMP, own, Ipv4.source(request), bytes);
        EthernetHeader.write(packet, EthernetHeader.source(request), ownMac, EthernetHeader.TYPE_IPV4);
    }

    private static void finish(Packet packet, int bytes) {
        packet.setInt16(START + CHECKSUM, 0);
        packet.setInt16(START + CHECKSUM, packet.checksum(START, bytes));
    }

    /** Whether somebody asks this address to send back what he sends. */
    static boolean isRequestFor(Packet packet, Ipv4Address address) {
        return is(packet, address, TYPE_REQUEST);
    }

    /** Whether this is the answer to the request of that identifier and sequence, with the bytes that it sent. */
    static boolean isReply(Packet packet, Ipv4Address own, Ipv4Address from, int identifier, int sequence) {
        if (!is(packet, own, TYPE_REPLY) || Ipv4.source(packet).bits() != from.bits() || Ipv4.payloadBytes(packet) != HEADER_BYTES + DATA_BYTES) {
            return false;
        }
        int start = Ipv4.payload(packet);
        for (int i = 0; i < DATA_BYTES; i++) {
            if (packet.byteAt(start + HEADER_BYTES + i) != i) {
                return false;
            }
        }
        return packet.int16(start + IDENTIFIER) == identifier && packet.int16(start + SEQUENCE) == sequence;
    }

    private static boolean is(Packet packet, Ipv4Address address, int type) {
        return Ipv4.isFor(packet, address, Ipv4.PROTOCOL_ICMP) && Ipv4.payloadBytes(packet) >= HEADER_BYTES
                && packet.byteAt(Ipv4.payload(packet)) == type && packet.byteAt(Ipv4.payload(packet) + 1) == 0
                && packet.checksum(Ipv4.payload(packet), Ipv4.payloadBytes(packet)) == 0;
    }
}
