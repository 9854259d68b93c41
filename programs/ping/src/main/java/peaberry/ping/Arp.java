package peaberry.ping;

import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.MacAddress;

/** Questions and answers about which station has an address (RFC 826), of Ethernet and IPv4. */
final class Arp {

    private static final int HARDWARE = EthernetHeader.BYTES;
    private static final int PROTOCOL = HARDWARE + 2;
    private static final int HARDWARE_BYTES = HARDWARE + 4;
    private static final int PROTOCOL_BYTES = HARDWARE + 5;
    private static final int OPERATION = HARDWARE + 6;
    private static final int SENDER_MAC = HARDWARE + 8;
    private static final int SENDER_IP = HARDWARE + 14;
    private static final int TARGET_MAC = HARDWARE + 18;
    private static final int TARGET_IP = HARDWARE + 24;
    private static final int END = HARDWARE + 28;

    private static final int ETHERNET = 1;
    private static final int REQUEST = 1;
    private static final int REPLY = 2;
    private static final int IP_BYTES = 4;
    private static final MacAddress UNKNOWN = new MacAddress(0);

    private Arp() {
    }

    /** Asks everybody who has an address. */
    static void writeRequest(Packet packet, MacAddress ownMac, Ipv4Address own, Ipv4Address wanted) {
        write(packet, REQUEST, ownMac, own, UNKNOWN, wanted);
        EthernetHeader.write(packet, MacAddress.BROADCAST, ownMac, EthernetHeader.TYPE_ARP);
    }

    /** Answers a request for the own address. */
    static void writeReply(Packet packet, Packet request, MacAddress ownMac, Ipv4Address own) {
        MacAddress asker = senderMac(request);
        write(packet, REPLY, ownMac, own, asker, new Ipv4Address(request.int32(SENDER_IP)));
        EthernetHeader.write(packet, asker, ownMac, EthernetHeader.TYPE_ARP);
    }

    private static void write(Packet packet, int operation, MacAddress ownMac, Ipv4Address own, MacAddress mac, Ipv4Address address) {
        packet.clear(END);
        packet.setInt16(HARDWARE, ETHERNET);
        packet.setInt16(PROTOCOL, EthernetHeader.TYPE_IPV4);
        packet.setByte(HARDWARE_BYTES, MacAddress.BYTES);
        packet.setByte(PROTOCOL_BYTES, IP_BYTES);
        packet.setInt16(OPERATION, operation);
        packet.setMac(SENDER_MAC, ownMac);
        packet.setInt32(SENDER_IP, own.bits());
        packet.setMac(TARGET_MAC, mac);
        packet.setInt32(TARGET_IP, address.bits());
    }

    /** Whether somebody asks who has this address. */
    static boolean isRequestFor(Packet packet, Ipv4Address address) {
        return is(packet, REQUEST) && packet.int32(TARGET_IP) == address.bits();
    }

    /** Whether somebody says that he has this address: {@link #senderMac}. */
    static boolean isReplyFrom(Packet packet, Ipv4Address address) {
        return is(packet, REPLY) && packet.int32(SENDER_IP) == address.bits();
    }

    static MacAddress senderMac(Packet packet) {
        return packet.mac(SENDER_MAC);
    }

    private static boolean is(Packet packet, int operation) {
        return packet.length() >= END && EthernetHeader.type(packet) == EthernetHeader.TYPE_ARP
                && packet.int16(HARDWARE) == ETHERNET && packet.int16(PROTOCOL) == EthernetHeader.TYPE_IPV4
                && packet.byteAt(HARDWARE_BYTES) == MacAddress.BYTES && packet.byteAt(PROTOCOL_BYTES) == IP_BYTES
                && packet.int16(OPERATION) == operation;
    }
}
