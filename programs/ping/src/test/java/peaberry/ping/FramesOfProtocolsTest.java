package peaberry.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.ethernet.Ipv4Address;
import peaberry.ethernet.MacAddress;

/** ARP, IPv4 and ICMP: the bytes that are written, and what is taken for what. */
class FramesOfProtocolsTest {

    private static final MacAddress OWN_MAC = new MacAddress(0x5254_0012_3456L);
    private static final MacAddress OTHER_MAC = new MacAddress(0x5255_0A00_0202L);
    private static final Ipv4Address OWN = Ipv4Address.of(10, 0, 2, 15);
    private static final Ipv4Address OTHER = Ipv4Address.of(10, 0, 2, 2);
    private static final int IDENTIFIER = 0x1234;
    private static final int SEQUENCE = 7;

    private final Packet packet = new Packet();
    private final Packet answer = new Packet();

    @Test
    void anArpRequestIsAsTheStandardHasIt() {
        Arp.writeRequest(packet, OWN_MAC, OWN, OTHER);
        assertEquals("ffffffffffff5254001234560806" + "0001080006040001" + "5254001234560a00020f" + "0000000000000a000202", Frames.hex(packet));
    }

    @Test
    void anArpReplyIsAsTheStandardHasIt() {
        Arp.writeRequest(packet, OTHER_MAC, OTHER, OWN);
        assertTrue(Arp.isRequestFor(packet, OWN));
        assertFalse(Arp.isRequestFor(packet, OTHER));
        Arp.writeReply(answer, packet, OWN_MAC, OWN);
        assertEquals("52550a0002025254001234560806" + "0001080006040002" + "5254001234560a00020f" + "52550a0002020a000202", Frames.hex(answer));
        assertTrue(Arp.isReplyFrom(answer, OWN));
        assertEquals(OWN_MAC, Arp.senderMac(answer));
    }

    @Test
    void aDamagedArpReplyIsNone() {
        Arp.writeRequest(packet, OTHER_MAC, OTHER, OWN);
        Arp.writeReply(answer, packet, OWN_MAC, OWN);
        for (int i = 12; i < 22; i++) {
            Packet damaged = Frames.copy(answer);
            damaged.setByte(i, damaged.byteAt(i) ^ 0x40);
            assertFalse(Arp.isReplyFrom(damaged, OWN), "byte " + i);
        }
        assertFalse(Arp.isReplyFrom(Frames.packet(Frames.hex(answer).substring(2)), OWN));
        Packet cut = Frames.packet(Frames.hex(answer).substring(0, 2 * (answer.length() - 1)));
        assertFalse(Arp.isReplyFrom(cut, OWN));
    }

    @Test
    void anEchoRequestIsAsTheStandardsHaveIt() {
        Echo.writeRequest(packet, OWN_MAC, OWN, OTHER_MAC, OTHER, IDENTIFIER, SEQUENCE);
        assertTrue(Frames.hex(packet).startsWith("52550a0002025254001234560800" + "450000540000400040012299" + "0a00020f0a000202" + "0800"), Frames.hex(packet));
        assertEquals(14 + 20 + 64, packet.length());
        assertEquals(0, packet.checksum(14, 20));
        assertEquals(0, packet.checksum(34, 64));
        assertTrue(Echo.isRequestFor(packet, OTHER));
        assertFalse(Echo.isRequestFor(packet, OWN));
    }

    @Test
    void anEchoComesBackAsItWas() {
        Echo.writeRequest(packet, OTHER_MAC, OTHER, OWN_MAC, OWN, IDENTIFIER, SEQUENCE);
        Echo.writeReply(answer, packet, OWN_MAC, OWN);
        assertTrue(Echo.isReply(answer, OTHER, OWN, IDENTIFIER, SEQUENCE));
        assertFalse(Echo.isReply(answer, OTHER, OWN, IDENTIFIER + 1, SEQUENCE));
        assertFalse(Echo.isReply(answer, OTHER, OWN, IDENTIFIER, SEQUENCE + 1));
        assertFalse(Echo.isReply(answer, OWN, OTHER, IDENTIFIER, SEQUENCE));
        assertFalse(Echo.isReply(packet, OWN, OTHER, IDENTIFIER, SEQUENCE));
    }

    @Test
    void anEchoWithOptionsInItsHeaderIsOne() {
        Echo.writeRequest(packet, OTHER_MAC, OTHER, OWN_MAC, OWN, IDENTIFIER, SEQUENCE);
        String hex = Frames.hex(packet);
        Packet withOption = Frames.packet(hex.substring(0, 2 * 34) + "01010100" + hex.substring(2 * 34));
        withOption.setByte(14, 0x46);
        withOption.setInt16(16, 24 + 64);
        withOption.setInt16(24, 0);
        withOption.setInt16(24, withOption.checksum(14, 24));
        assertTrue(Echo.isRequestFor(withOption, OWN));
        Echo.writeReply(answer, withOption, OWN_MAC, OWN);
        assertTrue(Echo.isReply(answer, OTHER, OWN, IDENTIFIER, SEQUENCE));
    }

    /** Only the addresses of the stations are covered by no check of these protocols. */
    @Test
    void anEchoOfWhichAnyBitIsWrongIsNone() {
        Echo.writeRequest(packet, OTHER_MAC, OTHER, OWN_MAC, OWN, IDENTIFIER, SEQUENCE);
        Echo.writeReply(answer, packet, OWN_MAC, OWN);
        for (int bit = 8 * 12; bit < 8 * answer.length(); bit++) {
            Packet damaged = Frames.copy(answer);
            damaged.setByte(bit / 8, damaged.byteAt(bit / 8) ^ 1 << bit % 8);
            assertFalse(Echo.isReply(damaged, OTHER, OWN, IDENTIFIER, SEQUENCE), "bit " + bit);
        }
    }

    @Test
    void aPacketThatSaysItIsLongerThanItIsIsNone() {
        Echo.writeRequest(packet, OTHER_MAC, OTHER, OWN_MAC, OWN, IDENTIFIER, SEQUENCE);
        for (int length = 0; length < packet.length(); length++) {
            assertFalse(Echo.isRequestFor(Frames.packet(Frames.hex(packet).substring(0, 2 * length)), OWN), "length " + length);
        }
    }

    @Test
    void whatTheLineFillsUpBehindAPacketIsNotPartOfIt() {
        Echo.writeRequest(packet, OTHER_MAC, OTHER, OWN_MAC, OWN, IDENTIFIER, SEQUENCE);
        Echo.writeReply(answer, packet, OWN_MAC, OWN);
        assertTrue(Echo.isReply(Frames.packet(Frames.hex(answer) + "deadbeef"), OTHER, OWN, IDENTIFIER, SEQUENCE));
    }

    @Test
    void aFragmentIsNoWholePacket() {
        Echo.writeRequest(packet, OTHER_MAC, OTHER, OWN_MAC, OWN, IDENTIFIER, SEQUENCE);
        for (int fragment : new int[] {0x2000, 1, 0x1FFF}) {
            packet.setInt16(20, fragment);
            packet.setInt16(24, 0);
            packet.setInt16(24, packet.checksum(14, 20));
            assertFalse(Echo.isRequestFor(packet, OWN));
        }
    }
}
