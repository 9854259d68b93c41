package peaberry.tools;

/** Parts of lines, which are bytes. */
final class Bytes {

    private Bytes() {
    }

    static boolean isBlank(int value) {
        return value == ' ' || value == '\t';
    }

    /** A letter of ASCII as a capital one, anything else as it is. */
    static int upper(int value) {
        return value >= 'a' && value <= 'z' ? value - 'a' + 'A' : value;
    }

    /** Orders two ranges by their bytes, which are not negative. @param folds whether a letter is the same as its capital */
    static int compare(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo, boolean folds) {
        int length = Math.min(to - from, otherTo - otherFrom);
        for (int i = 0; i < length; i++) {
            int left = one[from + i] & 0xff;
            int right = other[otherFrom + i] & 0xff;
            int difference = folds ? upper(left) - upper(right) : left - right;
            if (difference != 0) {
                return difference;
            }
        }
        return to - from - (otherTo - otherFrom);
    }

    static int compare(byte[] one, byte[] other) {
        return compare(one, 0, one.length, other, 0, other.length, false);
    }

    static int afterBlanks(byte[] line, int from) {
        int at = from;
        while (at < line.length && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    /** Behind blanks and what follows that is not blank. */
    static int afterField(byte[] line, int from) {
        int at = afterBlanks(line, from);
        while (at < line.length && !isBlank(line[at])) {
            at++;
        }
        return at;
    }
}
