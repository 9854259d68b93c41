package peaberry.faults.code;

import java.util.Arrays;
import java.util.HexFormat;

/** Code in hexadecimal digits, and back. */
final class Hex {

    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** @param text pairs of digits, with spaces between them */
    static byte[] bytes(String text) {
        return FORMAT.parseHex(text.replace(" ", ""));
    }

    static String text(byte[] bytes, int count) {
        return FORMAT.formatHex(Arrays.copyOf(bytes, count));
    }

    /** The code, decoded. */
    static ProgramCode code(String text) {
        ProgramCode code = new ProgramCode();
        byte[] bytes = bytes(text);
        code.add(bytes, bytes.length);
        code.decode();
        return code;
    }
}
