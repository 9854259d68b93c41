package peaberry.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.ethernet.MacAddress;

class PacketTest {

    @Test
    void numbersAreBigEndian() {
        Packet packet = Frames.packet("0102030405060708");
        assertEquals(0x0102, packet.int16(0));
        assertEquals(0x0203_0405L, packet.int32(1));
        assertEquals(0x0203_0405_0607L, packet.mac(1).bits());
        packet.setInt32(0, 0xFFFE_FDFCL);
        packet.setMac(2, new MacAddress(0xA1A2_A3A4_A5A6L));
        assertEquals("fffea1a2a3a4a5a6", Frames.hex(packet));
    }

    @Test
    void whatIsNotThereReadsAsZeroAndIsNotWritten() {
        Packet packet = Frames.packet("ffff");
        assertEquals(0xFF00, packet.int16(1));
        assertEquals(0, packet.byteAt(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> packet.setByte(2, 1));
    }

    @Test
    void whatIsClearedHasNothingOfWhatWasThere() {
        Packet packet = Frames.packet("ffffff");
        packet.clear(1);
        packet.clear(3);
        assertEquals("000000", Frames.hex(packet));
    }

    /** The first is the example of RFC 1071, 3. */
    @ParameterizedTest
    @CsvSource({"0001f203f4f5f6f7, 220d", "'', ffff", "ff, 00ff", "ffff, 0000", "ffffffff, 0000", "4500003044224000800600008c7c19acae241e2b, 442e"})
    void checksumsAreTheInternets(String bytes, String sum) {
        Packet packet = Frames.packet(bytes);
        assertEquals(Integer.parseInt(sum, 16), packet.checksum(0, packet.length()));
    }
}
