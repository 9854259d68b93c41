package peaberry.posix;

import java.util.List;
import peaberry.posix.Need.Kind;

/**
 * The least that each program that came with the system needs, of what the session has: what it is started with, unless it is by {@code run}. Which files its operands name is not known before,
 * so those that never change any can read all of the session's, and only the others can change them. One that is not listed has its streams alone.
 */
final class Needs {

    /** In place of a program: a shell that goes on from another one's state. */
    static final String SUBSHELL = "";
    /** In place of a service's name: whichever the session has. */
    static final String ANY = "*";
    private static final String ALL_FILES = "/";

    private static final Need READ_FILES = new Need(Kind.READ, ALL_FILES);
    private static final Need CHANGE_FILES = new Need(Kind.WRITE, ALL_FILES);
    private static final Need PROGRAMS = new Need(Kind.PROGRAMS, "");
    private static final Need CLOCK = new Need(Kind.SERVICE, "clock");
    private static final Need MACHINE = new Need(Kind.SERVICE, "machine");
    private static final Need ENTROPY = new Need(Kind.SERVICE, "entropy");
    private static final Need PASSWORD = new Need(Kind.SERVICE, PersonalFolders.PASSWORD);
    private static final Need PEOPLE = new Need(Kind.SERVICE, PersonalFolders.PEOPLE);
    private static final Need CONTROL = new Need(Kind.SERVICE, Terminal.NAME);
    /** A hash of a password takes 7 MiB. */
    private static final Need HASHING = new Need(Kind.MEMORY, "16M");
    private static final Need TERMINAL = new Need(Kind.TERMINAL, "");
    /** For a file that is looked at or edited, all of which is in memory. */
    private static final Need MEMORY_FOR_FILES = new Need(Kind.MEMORY, "4M");

    private Needs() {
    }

    /** Those of a program. */
    static List<Need> of(String program) {
        return switch (program) {
            // Who acts for a person hands on what that person has.
            case "sh", "env", "find", "run" -> List.of(CHANGE_FILES, new Need(Kind.SERVICE, ANY), PROGRAMS, TERMINAL);
            case "less" -> List.of(READ_FILES, TERMINAL, MEMORY_FOR_FILES);
            case "edit" -> List.of(CHANGE_FILES, TERMINAL, MEMORY_FOR_FILES);
            case "man" -> List.of(TERMINAL, MEMORY_FOR_FILES);
            case "top" -> List.of(MACHINE, new Need(Kind.SERVICE, "programs"), TERMINAL);
            // It is the same shell.
            case SUBSHELL -> List.of(CHANGE_FILES, new Need(Kind.SERVICE, ANY), PROGRAMS, TERMINAL, PEOPLE, PASSWORD, new Need(Kind.SERVICE, Powers.ADMINISTRATION));
            case "passwd" -> List.of(PASSWORD, ENTROPY, CONTROL, HASHING);
            case "people" -> List.of(PEOPLE, ENTROPY, CONTROL, HASHING);
            case "basename", "dirname", "seq", "sleep", "tr" -> List.of();
            case "[", "test", "cat", "cmp", "cut", "df", "du", "grep", "head", "readlink", "realpath", "sha256sum", "stat", "tail", "uniq", "wc", "which", "why" -> List.of(READ_FILES);
            case "date" -> List.of(READ_FILES, CLOCK);
            // It has columns and colours at a terminal; names are between quotes there.
            case "ls" -> List.of(READ_FILES, CLOCK, TERMINAL);
            case "caps", "drivers", "uptime" -> List.of(MACHINE);
            case "shutdown" -> List.of(MACHINE, CHANGE_FILES);
            case "sync" -> List.of(CHANGE_FILES);
            case "free", "ps" -> List.of(MACHINE, new Need(Kind.SERVICE, "programs"));
            case "crash", "faults", "log", "restart" -> List.of(MACHINE, new Need(Kind.SERVICE, "supervision"));
            case "trace" -> List.of(new Need(Kind.SERVICE, "tracing"));
            case "arp", "ping" -> List.of(MACHINE, new Need(Kind.SERVICE, "ping"));
            case "chmod", "chown", "cp", "ln", "mkdir", "mv", "rm", "rmdir", "sort", "tee" -> List.of(CHANGE_FILES);
            case "touch" -> List.of(CHANGE_FILES, CLOCK);
            default -> List.of();
        };
    }
}
