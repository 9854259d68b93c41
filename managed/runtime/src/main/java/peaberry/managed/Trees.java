package peaberry.managed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.file.Namespace;
import peaberry.runtime.Text;

/** The trees of files that are mounted, and which handles of theirs are in use. */
final class Trees {

    private static final Namespace NAMES = new Namespace();
    private static final boolean[][] USED = new boolean[Namespace.MOST][FileSystem.HANDLES];

    static {
        NAMES.open();
    }

    private Trees() {
    }

    /** Finds the tree that a path leads to. @return its number, or {@link Namespace#NONE} */
    static int find(String path) {
        Text text = new Text(FileSystem.MAX_PATH).append(path);
        return text.isTruncated() ? Namespace.NONE : NAMES.find(text);
    }

    /** What is left of the path that was found last. */
    static Text rest() {
        return new Text(FileSystem.MAX_PATH + 1).append(NAMES.rest());
    }

    /** The name of the place where a tree is mounted, if that is just below the path that was found last; else null. */
    static String below(int tree) {
        Text name = new Text(FileSystem.MAX_NAME);
        return tree < NAMES.trees() && NAMES.isBelow(tree, name) ? string(name) : null;
    }

    static int count() {
        return NAMES.trees();
    }

    static FileSystemClient client(int tree) {
        return NAMES.tree(tree);
    }

    /** Takes a handle that is not in use. @throws IOException if there is none */
    static int takeHandle(int tree) throws IOException {
        for (int handle = 1; handle < FileSystem.HANDLES; handle++) {
            if (!USED[tree][handle]) {
                USED[tree][handle] = true;
                return handle;
            }
        }
        throw new IOException("too many files are open");
    }

    static void giveBackHandle(int tree, int handle) {
        client(tree).close(handle);
        USED[tree][handle] = false;
    }

    /** @throws IOException unless it is done */
    static void require(Outcome outcome, String path) throws IOException {
        if (Permission.changed(outcome, path) != Outcome.DONE) {
            throw new IOException(path + ": " + (outcome == Outcome.READ_ONLY ? "not permitted, it can only be read" : outcome));
        }
    }

    static String string(Text text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.byteAt(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
