package peaberry.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The patterns that {@code grep} was given. A line is matched if one of them matches. */
final class Patterns {

    private final Options options;
    private final List<Pattern> patterns = new ArrayList<>();
    private int start;
    private int end;

    /** @param options which say what patterns are, and what they have to match */
    Patterns(Options options) {
        this.options = options;
    }

    /** Adds those of a text, one on each line. */
    void addAll(String text) {
        int from = 0;
        for (int to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
            add(text.substring(from, to));
            from = to + 1;
        }
        add(text.substring(from));
    }

    void add(String text) {
        char kind = options.lastOf("EFG");
        String pattern = kind == 'F' ? PosixPattern.ofText(text) : PosixPattern.toJava(text, kind == 'E');
        if (options.has('x')) {
            pattern = PosixPattern.asLine(pattern);
        } else if (options.has('w')) {
            pattern = PosixPattern.asWord(pattern);
        }
        int regard = options.has('i') ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        try {
            patterns.add(Pattern.compile(pattern, Pattern.DOTALL | Pattern.UNIX_LINES | regard));
        } catch (PatternSyntaxException failure) {
            throw new UsageException("not a pattern: " + text);
        }
    }

    boolean match(String line) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(line).find()) {
                return true;
            }
        }
        return false;
    }

    /** Finds the first match from a place on, of several patterns at one place the longest; it is from {@link #start} to {@link #end}. */
    boolean find(String line, int from) {
        start = line.length() + 1;
        end = start;
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find(from) && (matcher.start() < start || matcher.start() == start && matcher.end() > end)) {
                start = matcher.start();
                end = matcher.end();
            }
        }
        return start <= line.length();
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }
}
