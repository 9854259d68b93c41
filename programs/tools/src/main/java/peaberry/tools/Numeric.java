package peaberry.tools;

/** Orders numbers that are written in decimal, of any length. What is no number is 0. */
final class Numeric {

    private final boolean isNegative;
    private final int from;
    private final int point;
    private final int to;

    /** The number at the beginning of a part of a line. */
    private Numeric(byte[] line, int start, int end) {
        int at = start;
        while (at < end && Bytes.isBlank(line[at])) {
            at++;
        }
        boolean hasSign = at < end && line[at] == '-';
        at += hasSign ? 1 : 0;
        while (at < end && line[at] == '0') {
            at++;
        }
        from = at;
        point = afterDigits(line, at, end);
        int last = point < end && line[point] == '.' ? afterDigits(line, point + 1, end) : point;
        while (last > point && (line[last - 1] == '0' || line[last - 1] == '.')) {
            last--;
        }
        to = last;
        isNegative = hasSign && to > from;
    }

    private static int afterDigits(byte[] line, int from, int end) {
        int at = from;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        return at;
    }

    static int compare(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        Numeric left = new Numeric(one, from, to);
        Numeric right = new Numeric(other, otherFrom, otherTo);
        if (left.isNegative != right.isNegative) {
            return left.isNegative ? -1 : 1;
        }
        int difference = left.point - left.from - (right.point - right.from);
        difference = difference == 0 ? Bytes.compare(one, left.from, left.to, other, right.from, right.to, false) : difference;
        return left.isNegative ? -difference : difference;
    }
}
