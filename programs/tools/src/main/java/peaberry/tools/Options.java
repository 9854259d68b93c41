package peaberry.tools;

import java.util.ArrayList;
import java.util.List;

/** A tool's options and operands, as POSIX writes them (Base Definitions, 12.2). Options may also come behind operands, and have long names. */
public final class Options {

    /** An option; its value is null if it has none. */
    public record Given(char letter, String value) {
    }

    private final String letters;
    private final String[] longNames;
    private final List<Given> given = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();

    private Options(String letters, String[] longNames) {
        this.letters = letters;
        this.longNames = longNames;
    }

    /**
     * Reads the arguments of a tool.
     *
     * @param letters the options, those with a value with a colon behind, or two if the value is behind the letter or missing; if it begins with a plus, the first operand ends them
     * @param longNames rows of the form {@code name=letter}; what is no letter or digit there is the sign of an option that has a long name only
     */
    public static Options of(List<String> arguments, String letters, String... longNames) {
        Options options = new Options(letters, longNames);
        options.read(arguments);
        return options;
    }

    private void read(List<String> arguments) {
        int next = 0;
        while (next < arguments.size()) {
            String argument = arguments.get(next++);
            if (argument.equals("--") || letters.startsWith("+") && !isOption(argument)) {
                operands.addAll(arguments.subList(argument.equals("--") ? next : next - 1, arguments.size()));
                return;
            }
            if (!isOption(argument)) {
                operands.add(argument);
            } else if (argument.startsWith("--")) {
                next = readLong(argument.substring("--".length()), arguments, next);
            } else {
                next = readLetters(argument, arguments, next);
            }
        }
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1 && argument.charAt(0) == '-';
    }

    /** Answers which argument comes next. */
    private int readLetters(String argument, List<String> arguments, int next) {
        for (int i = 1; i < argument.length(); i++) {
            char letter = argument.charAt(i);
            int at = Character.isLetterOrDigit(letter) ? letters.indexOf(letter) : -1;
            if (at < 0) {
                throw new UsageException("there is no option -" + letter);
            }
            if (!takesValue(at)) {
                given.add(new Given(letter, null));
            } else if (i + 1 < argument.length()) {
                given.add(new Given(letter, argument.substring(i + 1)));
                return next;
            } else if (mayLackValue(at)) {
                given.add(new Given(letter, null));
            } else {
                given.add(new Given(letter, value("-" + letter, arguments, next)));
                return next + 1;
            }
        }
        return next;
    }

    private int readLong(String argument, List<String> arguments, int next) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        char letter = letterOf(name);
        int at = letters.indexOf(letter);
        if (!takesValue(at) || mayLackValue(at) && equals < 0) {
            if (equals >= 0) {
                throw new UsageException("option --" + name + " takes no value");
            }
            given.add(new Given(letter, null));
            return next;
        }
        given.add(new Given(letter, equals >= 0 ? argument.substring(equals + 1) : value("--" + name, arguments, next)));
        return equals >= 0 ? next : next + 1;
    }

    private char letterOf(String name) {
        for (String row : longNames) {
            if (row.length() == name.length() + 2 && row.startsWith(name) && row.charAt(name.length()) == '=') {
                return row.charAt(row.length() - 1);
            }
        }
        throw new UsageException("there is no option --" + name);
    }

    private boolean takesValue(int at) {
        return at + 1 < letters.length() && letters.charAt(at + 1) == ':';
    }

    private boolean mayLackValue(int at) {
        return letters.startsWith("::", at + 1);
    }

    private static String value(String option, List<String> arguments, int next) {
        if (next == arguments.size()) {
            throw new UsageException("option " + option + " needs a value");
        }
        return arguments.get(next);
    }

    /** In the order in which they came. */
    public List<Given> given() {
        return given;
    }

    public List<String> operands() {
        return operands;
    }

    public boolean has(char letter) {
        return lastOf(String.valueOf(letter)) != 0;
    }

    /** Which of some options came last; 0 if none did. */
    public char lastOf(String wanted) {
        char last = 0;
        for (Given option : given) {
            last = wanted.indexOf(option.letter()) < 0 ? last : option.letter();
        }
        return last;
    }

    /** The value that an option was given last. */
    String value(char letter, String otherwise) {
        String value = otherwise;
        for (Given option : given) {
            value = option.letter() == letter ? option.value() : value;
        }
        return value;
    }

    List<String> values(char letter) {
        List<String> values = new ArrayList<>();
        for (Given option : given) {
            if (option.letter() == letter) {
                values.add(option.value());
            }
        }
        return values;
    }

    /** The number that an option was given last, not negative. */
    long number(char letter, long otherwise) {
        String value = value(letter, null);
        return value == null ? otherwise : number(value);
    }

    /** A decimal number that is not negative; one that is too large is the largest. */
    static long number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new UsageException("not a number: " + text);
            }
            number = number > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : number * 10 + digit;
        }
        if (text.isEmpty()) {
            throw new UsageException("a number is missing");
        }
        return number;
    }

    /** The operand at a place, which has to be there. */
    public String operand(int index) {
        if (index >= operands.size()) {
            throw new UsageException("an operand is missing");
        }
        return operands.get(index);
    }

    public void atMost(int count) {
        if (operands.size() > count) {
            throw new UsageException("too many operands: " + operands.get(count));
        }
    }
}
