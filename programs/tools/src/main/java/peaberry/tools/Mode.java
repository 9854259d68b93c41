package peaberry.tools;

import java.util.ArrayList;
import java.util.List;

/** A mode of {@code chmod}, octal or symbolic, which says what becomes of a file's permissions (POSIX, chmod, extended description). */
final class Mode {

    private static final int ALL = 07777;
    private static final int READS = 0444;
    private static final int WRITES = 0222;
    private static final int EXECUTES = 0111;
    private static final int SET_IDS = 06000;
    private static final int STICKY = 01000;
    private static final int OF_OWNER = 04700;
    private static final int OF_GROUP = 02070;
    private static final int OF_OTHERS = 01007;
    /** With so many digits an octal mode also says what becomes of a directory's set-user-id and set-group-id bits. */
    private static final int DIGITS_FOR_DIRECTORIES = 5;

    private final List<Change> changes = new ArrayList<>();
    private final String text;
    private int next;

    /**
     * A change of a symbolic mode, or all of an octal one.
     *
     * @param whose the bits that it is about; 0 if all but those of the mask
     * @param bits those that it names
     * @param copied of whom the bits are taken, u, g or o; 0 if it names them
     * @param addsSearch whether it has {@code X}
     * @param mentioned bits that it changes of directories, too, if they are those of set-user-id and set-group-id
     */
    private record Change(int whose, char operation, int bits, char copied, boolean addsSearch, int mentioned) {
    }

    private Mode(String text) {
        this.text = text;
    }

    static Mode of(String text) {
        Mode mode = new Mode(text);
        if (!text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '7') {
            mode.readOctal();
        } else {
            mode.readSymbolic();
        }
        return mode;
    }

    private UsageException wrong() {
        return new UsageException("not a mode: " + text);
    }

    private void readOctal() {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            bits = bits * 8 + digit;
            if (digit < 0 || digit > 7 || bits > ALL) {
                throw wrong();
            }
        }
        int mentioned = text.length() < DIGITS_FOR_DIRECTORIES ? bits & SET_IDS : ALL;
        changes.add(new Change(ALL, '=', bits, (char) 0, false, mentioned));
    }

    private void readSymbolic() {
        do {
            readClause();
        } while (next++ < text.length() && text.charAt(next - 1) == ',');
        if (next <= text.length()) {
            throw wrong();
        }
    }

    private char here() {
        return next < text.length() ? text.charAt(next) : 0;
    }

    private void readClause() {
        int whose = 0;
        for (; "ugoa".indexOf(here()) >= 0; next++) {
            whose |= bitsOf(here());
        }
        if ("+-=".indexOf(here()) < 0) {
            throw wrong();
        }
        while ("+-=".indexOf(here()) >= 0) {
            readChange(whose);
        }
    }

    private static int bitsOf(char who) {
        return switch (who) {
            case 'u' -> OF_OWNER;
            case 'g' -> OF_GROUP;
            case 'o' -> OF_OTHERS;
            default -> ALL;
        };
    }

    private void readChange(int whose) {
        char operation = text.charAt(next++);
        if ("ugo".indexOf(here()) >= 0) {
            char copied = text.charAt(next++);
            changes.add(new Change(whose, operation, bitsOf(copied) & 0777, copied, false, 0));
            return;
        }
        int bits = 0;
        boolean addsSearch = false;
        for (; "rwxXst".indexOf(here()) >= 0; next++) {
            addsSearch |= here() == 'X';
            bits |= switch (here()) {
                case 'r' -> READS;
                case 'w' -> WRITES;
                case 'x' -> EXECUTES;
                case 's' -> SET_IDS;
                case 't' -> STICKY;
                default -> 0;
            };
        }
        changes.add(new Change(whose, operation, bits, (char) 0, addsSearch, whose == 0 ? bits : whose & bits));
    }

    /** What becomes of permissions. @param mask what is not set where a mode does not say whose bits it is about */
    int apply(int permissions, boolean isDirectory, int mask) {
        int result = permissions;
        for (Change change : changes) {
            int kept = isDirectory ? SET_IDS & ~change.mentioned : 0;
            int bits = bits(change, result, isDirectory) & (change.whose == 0 ? ~mask : change.whose) & ~kept;
            result = switch (change.operation) {
                case '+' -> result | bits;
                case '-' -> result & ~bits;
                default -> result & ((change.whose == 0 ? 0 : ~change.whose) | kept) | bits;
            };
        }
        return result & ALL;
    }

    private static int bits(Change change, int permissions, boolean isDirectory) {
        int bits = change.bits;
        if (change.copied != 0) {
            int from = permissions & bits;
            bits = ((from & READS) != 0 ? READS : 0) | ((from & WRITES) != 0 ? WRITES : 0) | ((from & EXECUTES) != 0 ? EXECUTES : 0);
        }
        return change.addsSearch && (isDirectory || (permissions & EXECUTES) != 0) ? bits | EXECUTES : bits;
    }
}
