package peaberry.tools;

/** Numbers as text in columns. */
final class Numbers {

    private Numbers() {
    }

    /** A number with spaces before it up to a width. */
    static String right(long number, int width) {
        String digits = Long.toString(number);
        return " ".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** A number that is not negative, with zeros before it up to a width. */
    static String zeros(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
