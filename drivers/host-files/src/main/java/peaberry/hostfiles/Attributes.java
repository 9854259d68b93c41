package peaberry.hostfiles;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;

/** What the host said last of a file, cut to what there can be of one. */
final class Attributes {

    private static final int TYPE_MASK = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int LINK = 0120000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int BLOCK_DEVICE = 0060000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;
    private static final int PERMISSIONS = 07777;
    private static final int BLOCK = 512;
    private static final int LAST_NANOSECOND = 999_999_999;
    private static final int QID_REST = 5;
    private static final long MOST_NAMES = 0xFFFF;
    private static final long NUMBER_MASK = 0xFFFF_FFFFL;

    long number;
    int mode;
    long owner;
    long group;
    int names;
    long size;
    long used;
    long accessed;
    int accessedNanoseconds;
    long modified;
    int modifiedNanoseconds;
    long changed;
    int changedNanoseconds;

    /** Takes them from an answer to {@code Tgetattr}. */
    void take(Messages answer) {
        answer.takeLong(); // which of them are valid: all that were asked for, or the call failed
        answer.skipTaken(QID_REST);
        number = answer.takeLong() & NUMBER_MASK;
        mode = (int) answer.takeInt();
        owner = answer.takeInt();
        group = answer.takeInt();
        names = (int) Math.min(Math.max(0, answer.takeLong()), MOST_NAMES);
        answer.takeLong(); // which device it is of
        size = Math.max(0, answer.takeLong());
        answer.takeLong(); // the best size of a request
        used = Math.min(Math.max(0, answer.takeLong()), Long.MAX_VALUE / BLOCK) * BLOCK;
        accessed = second(answer);
        accessedNanoseconds = nanosecond(answer);
        modified = second(answer);
        modifiedNanoseconds = nanosecond(answer);
        changed = second(answer);
        changedNanoseconds = nanosecond(answer);
    }

    private static long second(Messages answer) {
        return Math.min(Math.max(FileSystem.FIRST_SECOND, answer.takeLong()), FileSystem.LAST_SECOND);
    }

    private static int nanosecond(Messages answer) {
        return (int) Math.min(Math.max(0, answer.takeLong()), LAST_NANOSECOND);
    }

    int permissions() {
        return mode & PERMISSIONS;
    }

    boolean isDirectory() {
        return (mode & TYPE_MASK) == DIRECTORY;
    }

    boolean isLink() {
        return (mode & TYPE_MASK) == LINK;
    }

    boolean isFile() {
        return type() == NodeType.FILE;
    }

    NodeType type() {
        return switch (mode & TYPE_MASK) {
            case DIRECTORY -> NodeType.DIRECTORY;
            case LINK -> NodeType.LINK;
            case CHARACTER_DEVICE -> NodeType.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> NodeType.BLOCK_DEVICE;
            case PIPE -> NodeType.PIPE;
            case SOCKET -> NodeType.SOCKET;
            default -> NodeType.FILE;
        };
    }
}
