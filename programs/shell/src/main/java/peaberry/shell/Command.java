package peaberry.shell;

/**
 * A command of the shell. Made at build time only.
 *
 * @param name      first word of the line
 * @param arguments as help shows them
 * @param help      what it does, in one line
 * @param fewest    how many words must follow
 * @param most      how many words may follow
 * @param handler   does it
 */
record Command(String name, String arguments, String help, int fewest, int most, Handler handler) {

    /** Any number of words. */
    static final int ANY = Integer.MAX_VALUE;

    /** What a command does with its line. */
    interface Handler {
        void run(Line line);
    }
}
