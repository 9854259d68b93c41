package peaberry.tools;

import peaberry.sh.system.FileStatus;

/** Permissions as text. */
final class ModeText {

    private static final int SET_USER = 04000;
    private static final int SET_GROUP = 02000;
    private static final int STICKY = 01000;
    private static final int EXECUTES = 1;
    private static final int OTHERS = 3;

    private ModeText() {
    }

    /** As {@code rwxr-xr-x}. */
    static String rights(int permissions) {
        StringBuilder text = new StringBuilder();
        for (int shift = 2 * OTHERS; shift >= 0; shift -= OTHERS) {
            int rights = permissions >> shift;
            text.append((rights & 4) != 0 ? 'r' : '-').append((rights & 2) != 0 ? 'w' : '-').append((rights & EXECUTES) != 0 ? 'x' : '-');
        }
        mark(text, 2, (permissions & SET_USER) != 0, 's');
        mark(text, 5, (permissions & SET_GROUP) != 0, 's');
        mark(text, 8, (permissions & STICKY) != 0, 't');
        return text.toString();
    }

    private static void mark(StringBuilder text, int at, boolean isSet, char letter) {
        if (isSet) {
            text.setCharAt(at, text.charAt(at) == 'x' ? letter : Character.toUpperCase(letter));
        }
    }

    /** What something is, and its permissions. */
    static String of(FileStatus status) {
        return kind(status) + rights(status.permissions());
    }

    private static char kind(FileStatus status) {
        return switch (status.kind()) {
            case REGULAR -> '-';
            case DIRECTORY -> 'd';
            case LINK -> 'l';
            case PIPE -> 'p';
            case SOCKET -> 's';
            case CHARACTER_DEVICE -> 'c';
            case BLOCK_DEVICE -> 'b';
        };
    }

    /** As {@code 0755}. */
    static String octal(int permissions) {
        String digits = Integer.toOctalString(permissions);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
