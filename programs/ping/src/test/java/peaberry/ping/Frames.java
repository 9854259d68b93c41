package peaberry.ping;

import java.util.HexFormat;

/** Frames as they travel, in hexadecimal, for tests. */
final class Frames {

    private Frames() {
    }

    static Packet packet(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        Packet packet = new Packet();
        packet.clear(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            packet.setByte(i, bytes[i]);
        }
        return packet;
    }

    static String hex(Packet packet) {
        byte[] bytes = new byte[packet.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) packet.byteAt(i);
        }
        return HexFormat.of().formatHex(bytes);
    }

    static Packet copy(Packet packet) {
        return packet(hex(packet));
    }
}
