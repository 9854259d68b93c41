package peaberry.sh.run;

/** How far {@code getopts} is within an argument of several letters. */
public final class OptionParsing {

    /** The variable with the next argument's number. */
    public static final String INDEX = "OPTIND";

    private int letter;

    /** The place of the next letter in the argument; 0 at the beginning of one. */
    public int letter() {
        return letter;
    }

    public void setLetter(int next) {
        letter = next;
    }

    /** Somebody has set the variable. */
    void restart() {
        letter = 0;
    }

    void continueAs(OptionParsing other) {
        letter = other.letter;
    }
}
