package peaberry.sh.builtins;

import java.util.List;
import peaberry.sh.run.BuiltinException;

/** What several builtins do with their arguments. */
final class Arguments {

    private Arguments() {}

    /** A number that is not negative. */
    static int number(String text) {
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new BuiltinException("illegal number: " + text);
        }
        return Integer.parseInt(text);
    }

    /** Without the {@code --} that may come first. */
    static List<String> withoutSeparator(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals("--") ? arguments.subList(1, arguments.size()) : arguments;
    }

    /** How many arguments are options of these letters, {@code --} included. */
    static int options(List<String> arguments, String letters) {
        int count = 0;
        while (count < arguments.size() && arguments.get(count).startsWith("-") && arguments.get(count).length() > 1) {
            String option = arguments.get(count++);
            if (option.equals("--")) {
                break;
            }
            for (int i = 1; i < option.length(); i++) {
                if (letters.indexOf(option.charAt(i)) < 0) {
                    throw new BuiltinException("illegal option -" + option.charAt(i));
                }
            }
        }
        return count;
    }

    /** The last of these letters that the options have; 0 if they have none. */
    static char last(List<String> options, String letters) {
        char last = 0;
        for (String option : options) {
            for (int i = 1; i < option.length(); i++) {
                last = letters.indexOf(option.charAt(i)) >= 0 ? option.charAt(i) : last;
            }
        }
        return last;
    }
}
