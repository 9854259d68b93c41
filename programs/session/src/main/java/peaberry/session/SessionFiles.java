package peaberry.session;

import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.file.Namespace;
import peaberry.runtime.Text;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/**
 * The trees of files that a session gives: those of its declaration that have files. If the first one, at {@code /}, has none, as where there is no disk, what is mounted elsewhere is at {@code /}
 * itself.
 */
final class SessionFiles {

    private static final Text ITSELF = new Text(0);
    private static final Text ROOT = new Text(1).append("/");

    static final String TEMPORARY = "/tmp";
    /** With the sticky bit. */
    static final int OF_ALL = 01777;

    /** The driver of the disk that is found at {@code /}. One that is not there answers nobody, and who asks its clients waits as long as they do. */
    private static final Text DRIVER = new Text(SystemControl.MAX_NAME).append("disk");

    private final Namespace mounted = new Namespace();
    /** Which of the trees have files. */
    private final boolean[] filled = new boolean[Namespace.MOST];
    private boolean hasRoot;

    /** Looks which there are. @param system that knows who runs */
    void open(SystemControlClient system) {
        mounted.open();
        boolean isDeclared = system.find(DRIVER) == SystemControl.Outcome.DONE;
        boolean hasDriver = !isDeclared || system.process(system.findResult()) == SystemControl.Outcome.DONE && !system.processStopped();
        hasRoot = false;
        for (int tree = 0; tree < mounted.trees(); tree++) {
            filled[tree] = (hasDriver || !isRoot(tree)) && look(tree);
            hasRoot |= isRoot(tree) && filled[tree];
        }
    }

    private boolean look(int tree) {
        FileSystem.Outcome outcome = mounted.tree(tree).look(FileSystem.ROOT, ITSELF, true);
        return outcome != FileSystem.Outcome.NO_DISK && outcome != FileSystem.Outcome.UNKNOWN_FORMAT;
    }

    int trees() {
        return mounted.trees();
    }

    FileSystemClient tree(int tree) {
        return mounted.tree(tree);
    }

    /** Whether it has files. */
    boolean hasFiles(int tree) {
        return filled[tree];
    }

    /** Where the shell is to find it. */
    Text place(int tree) {
        return hasRoot ? mounted.place(tree) : ROOT;
    }

    /** The one that is found at {@code /}; if none has files, the first one. */
    FileSystemClient root() {
        int root = 0;
        for (int tree = mounted.trees() - 1; tree >= 0; tree--) {
            root = filled[tree] && (isRoot(tree) || !hasRoot) ? tree : root;
        }
        return mounted.tree(root);
    }

    /** Lets everybody make files in {@code /tmp}, and nobody remove another one's, if that is a tree of its own. */
    void openTemporary() {
        for (int tree = 0; tree < mounted.trees(); tree++) {
            if (place(tree).is(TEMPORARY)) {
                mounted.tree(tree).setPermissions(FileSystem.ROOT, OF_ALL);
            }
        }
    }

    /** Has all that was written survive the machine's being switched off. @return whether it does */
    boolean sync() {
        boolean survives = true;
        for (int tree = 0; tree < mounted.trees(); tree++) {
            survives &= !filled[tree] || mounted.tree(tree).sync() == FileSystem.Outcome.DONE;
        }
        return survives;
    }

    /** Whether files outlast the machine's being switched off. */
    boolean last() {
        return hasRoot;
    }

    private boolean isRoot(int tree) {
        return mounted.place(tree).sameAs(ROOT);
    }
}
