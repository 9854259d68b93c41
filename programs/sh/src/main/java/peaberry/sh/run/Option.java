package peaberry.sh.run;

/** What {@code set} switches on and off. */
public enum Option {
    ALL_EXPORT('a', "allexport"),
    EXIT_ON_ERROR('e', "errexit"),
    NO_GLOB('f', "noglob"),
    NO_CLOBBER('C', "noclobber"),
    NO_EXECUTE('n', "noexec"),
    NO_UNSET('u', "nounset"),
    VERBOSE('v', "verbose"),
    TRACE('x', "xtrace"),
    /** These are for interactive shells, which look at them. */
    MONITOR('m', "monitor"),
    NOTIFY('b', "notify"),
    INTERACTIVE('i', "interactive"),
    STANDARD_INPUT('s', "stdin");

    private final char letter;
    private final String title;

    Option(char letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    public char letter() {
        return letter;
    }

    public String title() {
        return title;
    }

    /** {@code null} if there is none. */
    public static Option of(char letter) {
        for (Option option : values()) {
            if (option.letter == letter) {
                return option;
            }
        }
        return null;
    }

    /** {@code null} if there is none. */
    public static Option called(String title) {
        for (Option option : values()) {
            if (option.title.equals(title)) {
                return option;
            }
        }
        return null;
    }
}
