package peaberry.tools;

import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** The colours of names at a terminal, by what they name (ECMA-48, 8.3.117). They are those that GNU's {@code ls} has without {@code LS_COLORS}. */
final class Colors {

    private static final String BEGIN = "\033[";
    private static final String END = "\033[0m";
    private static final int SET_USER = 04000;
    private static final int SET_GROUP = 02000;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0002;
    private static final int EXECUTES = 0111;

    private boolean areUsed;

    /** A text in the colour of a file; as it is if nothing is known of that, or it has none. */
    String of(FileStatus status, String text) {
        String color = status == null ? "" : color(status);
        if (color.isEmpty()) {
            return text;
        }
        String before = areUsed ? "" : END;
        areUsed = true;
        return before + BEGIN + color + "m" + text + END;
    }

    private static String color(FileStatus status) {
        return switch (status.kind()) {
            case DIRECTORY -> ofDirectory(status.permissions());
            case LINK -> "01;36";
            case PIPE -> "33";
            case SOCKET -> "01;35";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "01;33";
            case REGULAR -> ofFile(status.permissions());
        };
    }

    private static String ofDirectory(int permissions) {
        boolean isSticky = (permissions & STICKY) != 0;
        if ((permissions & OTHERS_WRITE) != 0) {
            return isSticky ? "30;42" : "34;42";
        }
        return isSticky ? "37;44" : "01;34";
    }

    private static String ofFile(int permissions) {
        if ((permissions & SET_USER) != 0) {
            return "37;41";
        }
        if ((permissions & SET_GROUP) != 0) {
            return "30;43";
        }
        return (permissions & EXECUTES) != 0 ? "01;32" : "";
    }

    /** What is behind a name that says what it is. @param onlyDirectories whether other files have none */
    static String mark(FileStatus status, boolean onlyDirectories) {
        if (status == null) {
            return "";
        }
        if (onlyDirectories) {
            return status.is(Kind.DIRECTORY) ? "/" : "";
        }
        return switch (status.kind()) {
            case DIRECTORY -> "/";
            case LINK -> "@";
            case PIPE -> "|";
            case SOCKET -> "=";
            case REGULAR -> (status.permissions() & EXECUTES) != 0 ? "*" : "";
            default -> "";
        };
    }
}
