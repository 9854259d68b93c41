package peaberry.tools;

/** Sizes as text, rounded up. */
final class Sizes {

    static final long KIBIBYTE = 1024;
    private static final String UNITS = "KMGTP";

    private Sizes() {
    }

    static long kibibytes(long bytes) {
        return (bytes + KIBIBYTE - 1) / KIBIBYTE;
    }

    /** With at most three digits and a unit, as {@code 1.5K}. @param bytes at least 0 */
    static String human(long bytes) {
        if (bytes < KIBIBYTE) {
            return Long.toString(bytes);
        }
        long size = KIBIBYTE;
        int unit = 0;
        while (unit < UNITS.length() - 1 && ceiling(bytes, size) >= KIBIBYTE) {
            size *= KIBIBYTE;
            unit++;
        }
        long tenths = bytes / size * 10 + ceiling(bytes % size * 10, size);
        return (tenths < 100 ? tenths / 10 + "." + tenths % 10 : Long.toString(ceiling(bytes, size))) + UNITS.charAt(unit);
    }

    private static long ceiling(long bytes, long size) {
        return bytes / size + (bytes % size == 0 ? 0 : 1);
    }
}
