package peaberry.ping;

import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.MacAddress;

/** The start of each frame (IEEE 802.3, 3.1.1): destination, source, type. */
final class EthernetHeader {

    static final int TYPE_IPV4 = 0x0800;
    static final int TYPE_ARP = 0x0806;
    static final int BYTES = EthernetDevice.HEADER_BYTES;

    private static final int DESTINATION = 0;
    private static final int SOURCE = 6;
    private static final int TYPE = 12;

    private EthernetHeader() {
    }

    static void write(Packet packet, MacAddress destination, MacAddress source, int type) {
        packet.setMac(DESTINATION, destination);
        packet.setMac(SOURCE, source);
        packet.setInt16(TYPE, type);
    }

    static MacAddress source(Packet packet) {
        return packet.mac(SOURCE);
    }

    static int type(Packet packet) {
        return packet.int16(TYPE);
    }
}
