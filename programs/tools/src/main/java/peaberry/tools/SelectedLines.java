package peaberry.tools;

import java.util.ArrayDeque;

/** Writes the lines that {@code grep} selects, with as many around them as are wanted. */
final class SelectedLines {

    private static final char SELECTED = ':';
    private static final char AROUND = '-';

    private final Output out;
    private final Options options;
    private final Patterns patterns;
    private final long before;
    private final long after;
    private final ArrayDeque<String> earlier = new ArrayDeque<>();
    private String name;
    /** The line of this file that was written last, and the one up to which they are wanted. */
    private long last;
    private long until;
    private boolean isAnyWritten;

    SelectedLines(Output out, Options options, Patterns patterns) {
        this.out = out;
        this.options = options;
        this.patterns = patterns;
        before = options.number('B', options.number('C', 0));
        after = options.number('A', options.number('C', 0));
    }

    /** A file begins. @param prefix its name, if lines have it, or else null */
    void begin(String prefix) {
        name = prefix;
        earlier.clear();
        last = Long.MIN_VALUE;
        until = 0;
    }

    /** Whether the lines behind this one are wanted even if they are not selected. */
    boolean wantsMore(long number) {
        return number < until;
    }

    void select(long number, String line) {
        until = number + after;
        if ((before > 0 || after > 0) && isAnyWritten && last < number - earlier.size() - 1) {
            out.line("--");
        }
        for (long earlierNumber = number - earlier.size(); !earlier.isEmpty(); earlierNumber++) {
            write(earlierNumber, earlier.remove(), AROUND);
        }
        write(number, line, SELECTED);
    }

    void pass(long number, String line) {
        if (number <= until) {
            write(number, line, AROUND);
        } else if (before > 0) {
            if (earlier.size() == before) {
                earlier.remove();
            }
            earlier.add(line);
        }
    }

    private void write(long number, String line, char mark) {
        isAnyWritten = true;
        last = number;
        String prefix = (name == null ? "" : name + mark) + (options.has('n') ? "" + number + mark : "");
        if (!options.has('o')) {
            out.write(prefix);
            out.line(line);
        } else if (mark == SELECTED && !options.has('v')) {
            writeMatches(prefix, line);
        }
    }

    /** Each match on a line of its own. */
    private void writeMatches(String prefix, String line) {
        int at = 0;
        while (at <= line.length() && patterns.find(line, at)) {
            if (patterns.end() > patterns.start()) {
                out.write(prefix);
                out.line(line.substring(patterns.start(), patterns.end()));
            }
            at = Math.max(patterns.end(), patterns.start() + 1);
        }
    }
}
