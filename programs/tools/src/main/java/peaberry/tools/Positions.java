package peaberry.tools;

import java.util.ArrayList;
import java.util.List;

/** Which bytes, characters or fields of a line {@code cut} was asked for: {@code 1,3-5,8-}. */
final class Positions {

    private record Range(long first, long last) {
    }

    private final List<Range> ranges = new ArrayList<>();
    private final boolean areOthers;

    /** @param areOthers whether those are wanted that the list does not have */
    Positions(String list, boolean areOthers) {
        this.areOthers = areOthers;
        int start = 0;
        for (int at = 0; at <= list.length(); at++) {
            if (at == list.length() || list.charAt(at) == ',' || list.charAt(at) == ' ' || list.charAt(at) == '\t') {
                ranges.add(range(list.substring(start, at)));
                start = at + 1;
            }
        }
    }

    private static Range range(String text) {
        int hyphen = text.indexOf('-');
        long first = hyphen == 0 ? 1 : Options.number(hyphen < 0 ? text : text.substring(0, hyphen));
        long last = hyphen < 0 ? first : hyphen == text.length() - 1 ? Long.MAX_VALUE : Options.number(text.substring(hyphen + 1));
        if (text.length() == 1 && hyphen == 0 || first == 0 || last < first) {
            throw new UsageException("not a range of positions: " + text);
        }
        return new Range(first, last);
    }

    /** @param position from 1 */
    boolean have(long position) {
        for (Range range : ranges) {
            if (position >= range.first && position <= range.last) {
                return !areOthers;
            }
        }
        return areOthers;
    }
}
