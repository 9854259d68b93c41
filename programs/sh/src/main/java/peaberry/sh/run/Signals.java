package peaberry.sh.run;

import java.util.List;

/** The names of signals; each one's number is its place. */
public final class Signals {

    /** What {@code trap} calls the end of the shell. */
    public static final String EXIT = "EXIT";

    /** What a signal adds to itself in an exit status. */
    public static final int IN_STATUS = 128;

    static final int INTERRUPT = 2;

    /** Of who was interrupted, and of who wrote what nobody reads. */
    static final int STATUS_INTERRUPTED = IN_STATUS + 2;
    static final int STATUS_BROKEN_PIPE = IN_STATUS + 13;

    private static final List<String> NAMES = List.of(EXIT, "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
            "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
            "WINCH", "IO", "PWR", "SYS");
    private static final List<String> HARMLESS = List.of("CHLD", "CONT", "URG", "WINCH");

    private Signals() {}

    public static List<String> names() {
        return NAMES.subList(1, NAMES.size());
    }

    /** By its name, with or without SIG, or its number; -1 if there is none. */
    public static int number(String text) {
        String name = text.toUpperCase();
        int number = NAMES.indexOf(name.startsWith("SIG") ? name.substring(3) : name);
        for (int i = 0; number < 0 && i < NAMES.size(); i++) {
            number = text.equals(Integer.toString(i)) ? i : -1;
        }
        return number;
    }

    /** {@code null} if there is none. */
    public static String name(int number) {
        return number >= 0 && number < NAMES.size() ? NAMES.get(number) : null;
    }

    /** What is told of who ended with a status because of a signal; {@code null} if there is nothing. */
    static String description(int status) {
        return switch (status - IN_STATUS) {
            case 1 -> "Hangup";
            case 2 -> "Interrupt";
            case 3 -> "Quit";
            case 6 -> "Aborted";
            case 9 -> "Killed";
            case 11 -> "Segmentation fault";
            case 13 -> "Broken pipe";
            case 15 -> "Terminated";
            default -> null;
        };
    }

    /** Whether a process that does nothing about it goes on. */
    static boolean isHarmless(int number) {
        return HARMLESS.contains(NAMES.get(number));
    }
}
