package peaberry.runtime;

/**
 * Text that is built piece by piece, in UTF-8, with a fixed capacity. What does not fit is left out, and {@code ...}
 * at the end says so. Methods return the text itself, so that calls can be chained.
 */
public final class Text {

    private static final String ELLIPSIS = "...";
    private static final int REPLACEMENT = 0xFFFD;
    private static final int MAX_CODE_POINT = 0x10FFFF;

    private final byte[] bytes;
    private final int capacity;
    private int length;
    private int column;
    private boolean truncated;

    /** Empty text. @param capacity bytes, without the ellipsis */
    public Text(int capacity) {
        this.capacity = capacity;
        bytes = new byte[capacity + ELLIPSIS.length()];
    }

    public Text clear() {
        length = 0;
        column = 0;
        truncated = false;
        return this;
    }

    /** Bytes so far, the ellipsis included. */
    public int length() {
        return length;
    }

    /** Whether something did not fit. */
    public boolean isTruncated() {
        return truncated;
    }

    /** A byte of the text, signed. @param index 0 to {@link #length()} - 1 */
    public byte byteAt(int index) {
        if (index >= length) {
            throw new IndexOutOfBoundsException();
        }
        return bytes[index];
    }

    /** Whether both have the same bytes. */
    public boolean sameAs(Text other) {
        if (length != other.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] != other.bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is {@code other}, which is ASCII. */
    public boolean is(String other) {
        if (length != other.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes themselves, of which the first {@link #length()} count. */
    byte[] bytes() {
        return bytes;
    }

    public Text append(String text) {
        int i = 0;
        while (i < text.length()) {
            int unit = text.charAt(i++);
            if (isHighSurrogate(unit) && i < text.length() && isLowSurrogate(text.charAt(i))) {
                unit = 0x10000 + (unit - 0xD800 << 10) + (text.charAt(i++) - 0xDC00);
            }
            appendCodePoint(unit);
        }
        return this;
    }

    public Text append(Text text) {
        return append(text, 0, text.length);
    }

    /** Appends a part of another text. @param from index of the first byte @param to index behind the last one, at most its {@link #length()} */
    public Text append(Text text, int from, int to) {
        if (to > text.length) {
            throw new IndexOutOfBoundsException();
        }
        for (int i = from; i < to; i++) {
            appendByte(text.bytes[i]);
        }
        return this;
    }

    /** Appends one byte of text that is UTF-8 already. */
    public Text appendByte(int value) {
        if (reserve(1)) {
            put(value);
        }
        return this;
    }

    /** Appends a Unicode character; U+FFFD for a number that is none. */
    public Text appendCodePoint(int codePoint) {
        boolean valid = codePoint >= 0 && codePoint <= MAX_CODE_POINT && !isHighSurrogate(codePoint) && !isLowSurrogate(codePoint);
        int c = valid ? codePoint : REPLACEMENT;
        if (c < 0x80) {
            return appendByte(c);
        }
        int size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (reserve(size)) {
            int lead = size == 2 ? 0xC0 : size == 3 ? 0xE0 : 0xF0;
            int shift = 6 * (size - 1);
            put(lead | c >>> shift);
            while (shift > 0) {
                shift -= 6;
                put(0x80 | c >>> shift & 0x3F);
            }
        }
        return this;
    }

    /** Appends a signed number in decimal. */
    public Text decimal(long value) {
        return decimal(value, 1);
    }

    /** Appends a signed number in decimal, with zeros in front up to {@code digits} digits (at most 19). */
    public Text decimal(long value, int digits) {
        if (value < 0) {
            appendByte('-');
        }
        long power = 1;
        int count = 1;
        while (count < 19 && (count < digits || value / power <= -10 || value / power >= 10)) {
            power *= 10;
            count++;
        }
        while (power > 0) {
            appendByte('0' + (int) Math.abs(value / power % 10));
            power /= 10;
        }
        return this;
    }

    /** Appends a number in hexadecimal, with {@code 0x} in front. */
    public Text hex(long value) {
        append("0x");
        int shift = 60;
        while (shift > 0 && value >>> shift == 0) {
            shift -= 4;
        }
        while (shift >= 0) {
            int digit = (int) (value >>> shift) & 0xF;
            appendByte(digit < 10 ? '0' + digit : 'a' + digit - 10);
            shift -= 4;
        }
        return this;
    }

    /** Appends a number in decimal, right-aligned in {@code width} columns. */
    public Text decimalRight(long value, int width) {
        spaces(width - digits(value));
        return decimal(value);
    }

    /** Appends spaces up to column {@code wanted} of the line, counted in characters from 0. */
    public Text padTo(int wanted) {
        return spaces(wanted - column);
    }

    /** Appends {@code count} spaces, none if it is negative. */
    public Text spaces(int count) {
        for (int i = 0; i < count && !truncated; i++) {
            appendByte(' ');
        }
        return this;
    }

    /** Appends thousandths as a decimal number with three places: 1234 becomes {@code 1.234}. @param value not negative */
    public Text thousandths(long value) {
        return decimal(value / 1000).append(".").decimal(value % 1000, 3);
    }

    /** How many characters {@link #decimal(long)} appends. */
    public static int digits(long value) {
        int count = value < 0 ? 2 : 1;
        long rest = value / 10;
        while (rest != 0) {
            rest /= 10;
            count++;
        }
        return count;
    }

    private boolean reserve(int count) {
        if (truncated) {
            return false;
        }
        if (length + count <= capacity) {
            return true;
        }
        truncated = true;
        for (int i = 0; i < ELLIPSIS.length(); i++) {
            put(ELLIPSIS.charAt(i));
        }
        return false;
    }

    private void put(int value) {
        bytes[length++] = (byte) value;
        if (value == '\n') {
            column = 0;
        } else if ((value & 0xC0) != 0x80) {
            column++;
        }
    }

    private static boolean isHighSurrogate(int unit) {
        return unit >= 0xD800 && unit < 0xDC00;
    }

    private static boolean isLowSurrogate(int unit) {
        return unit >= 0xDC00 && unit < 0xE000;
    }
}
