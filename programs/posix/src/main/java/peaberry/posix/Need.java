package peaberry.posix;

import java.io.IOException;
import peaberry.process.Refusals;

/**
 * Something that a program may need and that somebody may give it, as it is written: {@code read:PATH} and {@code write:PATH}, a file or a directory with what is below it, {@code service:NAME},
 * {@code programs} or {@code programs:COUNT}, {@code terminal}, {@code memory:SIZE}.
 *
 * @param what a path, a name, or a number; empty where there is none
 */
record Need(Kind kind, String what) {

    private static final long KIBIBYTE = 1 << 10;
    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST_PROGRAMS = 32;
    private static final int LONGEST_NUMBER = 9;

    enum Kind {
        /** To look at a file or directory, and what is below it. */
        READ(Refusals.READ),
        /** To change it, too. */
        WRITE(Refusals.WRITE),
        /** A service that the session has. */
        SERVICE(Refusals.SERVICE),
        /** To start programs, some at a time. */
        PROGRAMS(Refusals.PROGRAMS),
        /** To have the terminal do what the program writes, and not only show it. */
        TERMINAL("terminal"),
        /** To have so much memory beside its own pages. */
        MEMORY("memory:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }


    /** @throws IOException which says what is wrong with it */
    static Need parse(String text) throws IOException {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix)) {
                Need need = new Need(kind, text.substring(kind.prefix.length()));
                String problem = need.problem();
                if (problem == null) {
                    return need;
                }
                throw new IOException(text + ": " + problem);
            }
        }
        throw new IOException(text + ": there is no such need; there are read:PATH, write:PATH, service:NAME, programs, terminal and memory:SIZE");
    }

    private String problem() {
        return switch (kind) {
            case READ, WRITE -> what.isEmpty() ? "which file or directory?" : null;
            case SERVICE -> what.isEmpty() ? "which service?" : null;
            case TERMINAL -> what.isEmpty() ? null : "nothing comes behind it";
            case PROGRAMS -> what.isEmpty() || what.startsWith(":") && number(what.substring(1)) >= 1 && number(what.substring(1)) <= MOST_PROGRAMS ? null
                    : "how many is a number from 1 to " + MOST_PROGRAMS + ", as in programs:4";
            case MEMORY -> size() > 0 ? null : "a size is a number with K or M behind it, as in memory:16M";
        };
    }

    /** Of {@link Kind#PROGRAMS}: how many at a time. @param otherwise if it does not say */
    int count(int otherwise) {
        return what.isEmpty() ? otherwise : (int) number(what.substring(1));
    }

    /** Of {@link Kind#MEMORY}: bytes; 0 if it is no size. */
    long size() {
        long unit = what.endsWith("K") ? KIBIBYTE : what.endsWith("M") ? MEBIBYTE : 0;
        return unit == 0 ? 0 : Math.max(0, number(what.substring(0, what.length() - 1))) * unit;
    }

    /** -1 if it is none. */
    private static long number(String digits) {
        boolean is = !digits.isEmpty() && digits.length() <= LONGEST_NUMBER && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return is ? Long.parseLong(digits) : -1;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind.prefix + what;
    }
}
