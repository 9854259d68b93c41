package peaberry.shell;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.file.Namespace;
import peaberry.runtime.Text;

/** Where a path leads: to one of the trees of files that the shell was given, and along a path in it. What goes wrong there is said. */
final class Place {

    private static final Namespace NAMES = new Namespace();
    private static final Text DISK = new Text(4).append("disk");

    /** As the user wrote it. */
    private final Text path = new Text(FileSystem.MAX_PATH);
    private final Text rest = new Text(FileSystem.MAX_PATH + 1);
    private final Text parent = new Text(FileSystem.MAX_PATH);
    private int tree;

    /** How many trees there are. */
    static int trees() {
        if (NAMES.trees() == 0) {
            NAMES.open();
        }
        return NAMES.trees();
    }

    /** Becomes where a word of the line leads; without one the top. @return whether files can be there */
    boolean take(Line line, int word) {
        path.clear();
        if (word < line.words()) {
            line.appendWordTo(path, word);
        } else {
            path.append("/");
        }
        tree = trees() == 0 ? Namespace.NONE : NAMES.find(path);
        rest.clear().append(NAMES.rest());
        if (path.isTruncated()) {
            return isDone(line, Outcome.TOO_LONG);
        }
        if (tree == Namespace.NONE || !isThere()) {
            Text text = line.appendWordTo(Session.text(), 0).append(": ").append(path).append(": ");
            Session.CONSOLE.printLine(text.append(tree == Namespace.NONE ? "no files are mounted there" : "there is no disk; start with --disk FILE"));
            return false;
        }
        return true;
    }

    /** Becomes the top of a tree. @param number from 0, below {@link #trees()} */
    void takeTree(int number) {
        tree = number;
        path.clear().append(NAMES.place(number));
        rest.clear();
    }

    /** Whether what serves the tree has what it needs: a machine may have no disk. */
    boolean isThere() {
        int disk = Session.number(DISK);
        return !NAMES.place(tree).is("/") || disk < 0 || ProcessCommands.runs(disk);
    }

    FileSystemClient files() {
        return NAMES.tree(tree);
    }

    /** The path in the tree, from its top. */
    Text rest() {
        return rest;
    }

    /** As the user wrote it. */
    Text path() {
        return path;
    }

    /** Whether a tree is mounted just below. Of the place that was taken last. @param name is given its name there */
    static boolean isBelow(int number, Text name) {
        return NAMES.isBelow(number, name);
    }

    boolean look(Line line, boolean follow) {
        return isDone(line, files().look(FileSystem.ROOT, rest, follow));
    }

    boolean open(Line line, int handle) {
        return isDone(line, files().open(FileSystem.ROOT, rest, handle));
    }

    /** Opens the directory that the path's last name is in. @param name is given that name */
    boolean openParent(Line line, int handle, Text name) {
        if (rest.length() == 0) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text(), 0).append(": ").append(path).append(": files are mounted there"));
            return false;
        }
        int start = split(rest, name);
        parent.clear().append(rest, 0, start);
        return name.isTruncated() ? isDone(line, Outcome.TOO_LONG) : isDone(line, files().open(FileSystem.ROOT, parent, handle));
    }

    /** The path's last name, even if that is the place of a tree. */
    void appendLastNameTo(Text name) {
        split(path, name);
    }

    /** Finds a path's last name. @return where it begins */
    private static int split(Text path, Text name) {
        int end = path.length();
        while (end > 1 && path.byteAt(end - 1) == '/') {
            end--;
        }
        int start = end;
        while (start > 0 && path.byteAt(start - 1) != '/') {
            start--;
        }
        name.clear().append(path, start, end);
        return start;
    }

    /** Whether a call was well; if not, says what was not. */
    boolean isDone(Line line, Outcome outcome) {
        if (outcome == Outcome.DONE) {
            return true;
        }
        if (outcome == Outcome.UNKNOWN_FORMAT && files().problem() == Outcome.DONE) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text(), 0).append(": ").append(path).append(": the disk ").append(files().problemResult()));
            return false;
        }
        Text text = line.appendWordTo(Session.text(), 0).append(": ").append(path);
        Session.CONSOLE.printLine(text.append(": ").append(switch (outcome) {
            case NOT_FOUND -> "there is no such file";
            case NOT_A_DIRECTORY -> "it is no directory, or goes through something that is none";
            case NOT_A_FILE -> "it is no file";
            case NOT_A_LINK -> "it is no link";
            case TOO_MANY_LINKS -> "links lead to links without end";
            case TOO_LONG -> "a name or the path is too long";
            case DAMAGED -> "the disk is damaged there";
            case DEVICE_ERROR -> "the disk cannot be read there";
            case NO_DISK -> "there is no disk";
            case SERVER_RESTARTED -> "the file server failed meanwhile: it may have been done or not";
            case BAD_WINDOW, INVALID, UNREACHABLE, NOT_OPEN, UNKNOWN_FORMAT -> "the file server does not answer as it should";
            case EXISTS -> "something of that name is there already";
            case NOT_EMPTY -> "the directory is not empty";
            case IS_A_DIRECTORY -> "it is a directory";
            case WITHIN_ITSELF -> "a directory cannot be put into itself";
            case LOST -> "some of what was changed before was lost with the file server";
            case NO_NAME -> "it is no name";
            case NO_SPACE -> "there is no room left on the disk";
            case READ_ONLY -> "it can only be read";
            case DENIED -> "its permissions do not allow it";
            case DONE -> "";
        }));
        return false;
    }
}
