package peaberry.sh.system;

import java.util.Arrays;

/**
 * Bytes as text and back without loss: a byte that is not UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which no
 * text has, and becomes that byte again. So a shell hands on file names and output whatever they are.
 */
public final class Utf8 {

    private static final int ESCAPED = 0xdc00;

    private Utf8() {}

    public static String decode(byte[] bytes) {
        return decode(bytes, bytes.length);
    }

    public static String decode(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        int next = 0;
        while (next < length) {
            int size = sizeOfValid(bytes, next, length);
            if (size == 0) {
                text.append((char) (ESCAPED | bytes[next++] & 0xff));
                continue;
            }
            int point = size == 1 ? bytes[next] : bytes[next] & 0xff >> size + 1;
            for (int i = 1; i < size; i++) {
                point = point << 6 | bytes[next + i] & 0x3f;
            }
            text.appendCodePoint(point);
            next += size;
        }
        return text.toString();
    }

    /** How many bytes make the character there; 0 if they make none. */
    private static int sizeOfValid(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int size = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
        if (at + size > end) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        if (size < 3) {
            return size;
        }
        int second = bytes[at + 1] & 0xff;
        boolean valid = switch (first) { // neither longer than needed, nor a surrogate, nor beyond U+10FFFF
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
        return valid ? size : 0;
    }

    public static byte[] encode(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        int next = 0;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            next += Character.charCount(point);
            if (point < 0x80) {
                bytes[size++] = (byte) point;
            } else if (point >= ESCAPED + 0x80 && point <= ESCAPED + 0xff) {
                bytes[size++] = (byte) point;
            } else if (point < 0x800) {
                bytes[size++] = (byte) (0xc0 | point >> 6);
                bytes[size++] = trailing(point);
            } else if (point < 0x10000) {
                bytes[size++] = (byte) (0xe0 | point >> 12);
                bytes[size++] = trailing(point >> 6);
                bytes[size++] = trailing(point);
            } else {
                bytes[size++] = (byte) (0xf0 | point >> 18);
                bytes[size++] = trailing(point >> 12);
                bytes[size++] = trailing(point >> 6);
                bytes[size++] = trailing(point);
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    private static byte trailing(int point) {
        return (byte) (0x80 | point & 0x3f);
    }
}
