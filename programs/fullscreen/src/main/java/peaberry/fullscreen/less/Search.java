package peaberry.fullscreen.less;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import peaberry.tools.PosixPattern;
import peaberry.tools.UsageException;

/** What is searched: an extended regular expression of POSIX. */
final class Search {

    /** In which direction. */
    enum Direction {
        FORWARD, BACKWARD;

        Direction opposite() {
            return this == FORWARD ? BACKWARD : FORWARD;
        }
    }

    /** No line. */
    static final int NOWHERE = -1;

    private Pattern pattern;
    private Direction direction = Direction.FORWARD;

    /** @throws UsageException if it is no pattern */
    void set(String text, Direction wanted, Look.Case letters) {
        boolean ignored = letters == Look.Case.IGNORED || letters == Look.Case.IGNORED_UNLESS_USED && text.equals(text.toLowerCase());
        try {
            pattern = Pattern.compile(PosixPattern.toJava(text, true), ignored ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        } catch (PatternSyntaxException wrong) {
            throw new UsageException("not a pattern: " + text);
        }
        direction = wanted;
    }

    boolean isSet() {
        return pattern != null;
    }

    Pattern pattern() {
        return pattern;
    }

    Direction direction() {
        return direction;
    }

    /** The first line that matches, from one on in a direction; {@link #NOWHERE} if none does. */
    int find(View view, int from, Direction way) throws IOException {
        if (way == Direction.BACKWARD) {
            for (int line = Math.min(from, view.lines().count() - 1); line >= 0; line--) {
                if (pattern.matcher(view.styled(line).text()).find()) {
                    return line;
                }
            }
            return NOWHERE;
        }
        for (int line = Math.max(0, from); view.lines().has(line); line++) {
            if (pattern.matcher(view.styled(line).text()).find()) {
                return line;
            }
        }
        return NOWHERE;
    }
}
