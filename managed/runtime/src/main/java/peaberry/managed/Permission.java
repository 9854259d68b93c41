package peaberry.managed;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.Namespace;
import peaberry.process.Refusals;
import peaberry.runtime.Text;

/** Why a file cannot be opened, for the message of the exception; a want of grants is told to whoever wants to know. */
public final class Permission {

    private static final String NOT_PERMITTED = " (not permitted)";

    private Permission() {
    }

    /** @param path as the program names it @param absolute the same from {@code /} on */
    public static String whyNotRead(String path, String absolute) {
        if (Trees.find(absolute) == Namespace.NONE) {
            Refusals.tell(Refusals.READ, text(absolute));
            return path + NOT_PERMITTED;
        }
        return path + " (No such file or directory)";
    }

    /** The same of a file that is to be changed, or made. */
    public static String whyNotWritten(String path, String absolute) {
        int tree = Trees.find(absolute);
        boolean isKept = tree == Namespace.NONE || Trees.client(tree).space() == Outcome.DONE && !Trees.client(tree).spaceWritable();
        if (isKept) {
            Refusals.tell(Refusals.WRITE, text(absolute));
            return path + NOT_PERMITTED;
        }
        return path + " (it cannot be opened)";
    }

    /** Tells of what was to be changed, if it can only be read. */
    static Outcome changed(Outcome outcome, String absolute) {
        if (outcome == Outcome.READ_ONLY) {
            Refusals.tell(Refusals.WRITE, text(absolute));
        }
        return outcome;
    }

    private static Text text(String path) {
        return new Text(FileSystem.MAX_PATH).append(path);
    }
}
