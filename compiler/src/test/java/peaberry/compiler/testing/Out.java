package peaberry.compiler.testing;

import peaberry.machine.Intrinsic;
import peaberry.machine.Trusted;

/**
 * What a test program prints, the same bytes on the JVM and natively. Everything is ASCII: other characters are
 * written as a backslash, {@code u} and four hexadecimal digits.
 */
@Trusted
public final class Out {

    private Out() {
    }

    public static void println(int value) {
        println((long) value);
    }

    public static void println(long value) {
        if (value < 0) {
            putByte('-');
        }
        printDigits(value < 0 ? value : -value);
        putByte('\n');
    }

    public static void println(boolean value) {
        println(value ? "true" : "false");
    }

    public static void println(char value) {
        print(value);
        putByte('\n');
    }

    public static void println(String value) {
        print(value == null ? "null" : value);
        putByte('\n');
    }

    public static void print(String value) {
        for (int i = 0; i < value.length(); i++) {
            print(value.charAt(i));
        }
    }

    private static void print(char value) {
        if (value < 0x80) {
            putByte(value);
            return;
        }
        putByte('\\');
        putByte('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            int digit = value >> shift & 15;
            putByte(digit < 10 ? '0' + digit : 'A' + digit - 10);
        }
    }

    /** @param negative the number's negation, so that the smallest number needs no special case */
    private static void printDigits(long negative) {
        long divisor = 1;
        while (negative / divisor <= -10) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            putByte((int) ('0' - negative / divisor % 10));
        }
    }

    @Intrinsic
    private static void putByte(int value) {
        JvmOutput.append(value);
    }
}
