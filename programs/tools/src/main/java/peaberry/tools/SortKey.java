package peaberry.tools;

/**
 * What a line is ordered by: a part of it, and how parts are compared.
 *
 * @param separator of fields, or {@link #BLANKS}
 * @param first field, from 0; {@code start}: how many bytes behind its beginning
 * @param last how many fields are before the end; {@code end}: how many bytes more, if any
 */
record SortKey(int separator, int first, int start, int last, int end, Manner manner, Manner endManner) {

    static final int BLANKS = -1;

    /** How parts are compared, by the letters of options. */
    record Manner(boolean skipsBlanks, boolean dictionary, boolean folds, boolean printable, boolean numeric, boolean reverse) {

        static Manner of(String letters) {
            return new Manner(letters.indexOf('b') >= 0, letters.indexOf('d') >= 0, letters.indexOf('f') >= 0, letters.indexOf('i') >= 0, letters.indexOf('n') >= 0,
                    letters.indexOf('r') >= 0);
        }
    }

    /** The whole line. */
    static SortKey ofLine(int separator, Manner manner) {
        return new SortKey(separator, 0, 0, Integer.MAX_VALUE, 0, manner, manner);
    }

    /** @param text such as {@code 2.3b,4nr} @param general how parts are compared if it does not say */
    static SortKey of(String text, int separator, Manner general) {
        int comma = text.indexOf(',');
        Place from = Place.of(comma < 0 ? text : text.substring(0, comma));
        Place to = comma < 0 ? new Place(Integer.MAX_VALUE, 0, "") : Place.of(text.substring(comma + 1));
        boolean isGeneral = from.letters.isEmpty() && to.letters.isEmpty();
        Manner both = Manner.of(from.letters.replace("b", "") + to.letters.replace("b", "") + (from.letters.indexOf('b') >= 0 ? "b" : ""));
        return new SortKey(separator, from.field - 1, Math.max(0, from.character - 1), to.field, to.character, isGeneral ? general : both,
                isGeneral ? general : Manner.of(to.letters));
    }

    private record Place(int field, int character, String letters) {

        static Place of(String text) {
            int end = afterDigits(text, 0);
            int field = (int) Math.min(Integer.MAX_VALUE, Options.number(text.substring(0, end)));
            int character = 0;
            if (end < text.length() && text.charAt(end) == '.') {
                int start = end + 1;
                end = afterDigits(text, start);
                character = (int) Math.min(Integer.MAX_VALUE, Options.number(text.substring(start, end)));
            }
            String letters = text.substring(end);
            for (int i = 0; i < letters.length(); i++) {
                if ("bdfinr".indexOf(letters.charAt(i)) < 0) {
                    throw new UsageException("not a key: " + text);
                }
            }
            if (field == 0) {
                throw new UsageException("fields are counted from 1: " + text);
            }
            return new Place(field, character, letters);
        }

        private static int afterDigits(String text, int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            return at;
        }
    }

    int compare(byte[] one, byte[] other) {
        int from = begin(one);
        int to = Math.max(from, limit(one));
        int otherFrom = begin(other);
        int otherTo = Math.max(otherFrom, limit(other));
        int difference;
        if (manner.numeric) {
            difference = Numeric.compare(one, from, to, other, otherFrom, otherTo);
        } else if (manner.dictionary || manner.printable) {
            difference = compareSome(one, from, to, other, otherFrom, otherTo);
        } else {
            difference = Bytes.compare(one, from, to, other, otherFrom, otherTo, manner.folds);
        }
        return manner.reverse ? -difference : difference;
    }

    private int begin(byte[] line) {
        int at = 0;
        for (int field = 0; field < first && at < line.length; field++) {
            at = separator == BLANKS ? Bytes.afterField(line, at) : Math.min(line.length, separatorFrom(line, at) + 1);
        }
        at = manner.skipsBlanks ? Bytes.afterBlanks(line, at) : at;
        return at + Math.min(start, line.length - at);
    }

    private int limit(byte[] line) {
        if (last == Integer.MAX_VALUE) {
            return line.length;
        }
        int at = 0;
        int fields = end == 0 ? last : last - 1;
        for (int field = 0; field < fields && at < line.length; field++) {
            boolean endsThere = end == 0 && field == fields - 1;
            at = separator == BLANKS ? Bytes.afterField(line, at) : Math.min(line.length, separatorFrom(line, at) + (endsThere ? 0 : 1));
        }
        if (end == 0) {
            return at;
        }
        at = endManner.skipsBlanks ? Bytes.afterBlanks(line, at) : at;
        return at + Math.min(end, line.length - at);
    }

    private int separatorFrom(byte[] line, int from) {
        int at = from;
        while (at < line.length && line[at] != (byte) separator) {
            at++;
        }
        return at;
    }

    /** Compares without the bytes that do not count. */
    private int compareSome(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        int left = counted(one, from, to);
        int right = counted(other, otherFrom, otherTo);
        while (left < to && right < otherTo) {
            int difference = manner.folds ? Bytes.upper(one[left] & 0xff) - Bytes.upper(other[right] & 0xff) : (one[left] & 0xff) - (other[right] & 0xff);
            if (difference != 0) {
                return difference;
            }
            left = counted(one, left + 1, to);
            right = counted(other, right + 1, otherTo);
        }
        return (left < to ? 1 : 0) - (right < otherTo ? 1 : 0);
    }

    private int counted(byte[] line, int from, int to) {
        int at = from;
        while (at < to && !counts(line[at])) {
            at++;
        }
        return at;
    }

    private boolean counts(int value) {
        boolean isLetterOrDigit = value >= '0' && value <= '9' || Bytes.upper(value) >= 'A' && Bytes.upper(value) <= 'Z';
        return manner.dictionary ? isLetterOrDigit || Bytes.isBlank(value) : value >= ' ' && value < 127;
    }
}
