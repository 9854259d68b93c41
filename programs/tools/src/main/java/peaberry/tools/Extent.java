package peaberry.tools;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a file {@code head} or {@code tail} is asked for.
 *
 * @param sign that was before the number, or 0
 * @param isBytes whether bytes are counted, not lines
 */
record Extent(char sign, long count, boolean isBytes) {

    private static final long USUAL = 10;

    /** The last of the options {@code -n} and {@code -c} counts. */
    static Extent of(Options options) {
        char letter = options.lastOf("nc");
        if (letter == 0) {
            return new Extent((char) 0, USUAL, false);
        }
        String value = options.value(letter, "");
        boolean isSigned = value.startsWith("-") || value.startsWith("+");
        return new Extent(isSigned ? value.charAt(0) : 0, Options.number(isSigned ? value.substring(1) : value), letter == 'c');
    }

    /** Arguments where {@code -5} as the first one means {@code -n 5}, as it did before POSIX. */
    static List<String> withoutOldForm(List<String> arguments) {
        if (arguments.isEmpty() || !isOldForm(arguments.getFirst())) {
            return arguments;
        }
        List<String> changed = new ArrayList<>(arguments);
        changed.set(0, "-n" + arguments.getFirst().substring(1));
        return changed;
    }

    private static boolean isOldForm(String argument) {
        boolean is = argument.length() > 1 && argument.charAt(0) == '-';
        for (int i = 1; i < argument.length(); i++) {
            is &= argument.charAt(i) >= '0' && argument.charAt(i) <= '9';
        }
        return is;
    }
}
