package peaberry.shell;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;

/** Commands that change files. */
final class FileChangeCommands {

    private static final Place FROM = new Place();
    private static final Place TO = new Place();
    private static final int SOURCE = 1;
    private static final int TARGET = 2;
    private static final int DIRECTORY = 3;
    private static final int NEW_DIRECTORY = 4;
    private static final Text NAME = new Text(FileSystem.MAX_NAME);
    private static final Text NEW_NAME = new Text(FileSystem.MAX_NAME);
    private static final Text TARGET_TEXT = new Text(FileSystem.MAX_TARGET);
    /** Of a long copy, after how many bytes it is told how far it is. */
    private static final long STEP = 4L << 20;
    private static final int MEBIBYTE = 1 << 20;

    private FileChangeCommands() {
    }

    static void mkdir(Line line) {
        for (int word = 1; word < line.words(); word++) {
            if (FROM.take(line, word) && FROM.openParent(line, DIRECTORY, NAME)) {
                FROM.isDone(line, FROM.files().create(DIRECTORY, NAME, true));
            }
        }
    }

    /** Makes empty files, or says of files that are there that they were changed. */
    static void touch(Line line) {
        for (int word = 1; word < line.words(); word++) {
            if (!FROM.take(line, word)) {
                continue;
            }
            FileSystemClient files = FROM.files();
            if (files.open(FileSystem.ROOT, FROM.rest(), SOURCE) == Outcome.DONE) {
                FROM.isDone(line, files.touch(SOURCE));
            } else if (FROM.openParent(line, DIRECTORY, NAME)) {
                FROM.isDone(line, files.create(DIRECTORY, NAME, false));
            }
        }
    }

    static void rm(Line line) {
        boolean isDirectory = line.wordIs(1, "-d");
        for (int word = isDirectory ? 2 : 1; word < line.words(); word++) {
            if (FROM.take(line, word) && FROM.openParent(line, DIRECTORY, NAME)) {
                FROM.isDone(line, FROM.files().remove(DIRECTORY, NAME, isDirectory));
            }
        }
    }

    /** Gives something another name, or puts it into a directory. */
    static void mv(Line line) {
        if (FROM.take(line, 1) && FROM.openParent(line, DIRECTORY, NAME) && openTarget(line, 2) && isOneTree(line)) {
            TO.isDone(line, FROM.files().rename(DIRECTORY, NAME, NEW_DIRECTORY, NEW_NAME));
        }
    }

    /** A further name, or with -s a link. */
    static void ln(Line line) {
        boolean isLink = line.wordIs(1, "-s");
        int first = isLink ? 2 : 1;
        if (line.words() != first + 2) {
            Session.CONSOLE.print("usage: ln [-s] PATH NEW-PATH\n");
            return;
        }
        if (isLink) {
            line.appendWordTo(TARGET_TEXT.clear(), first);
            if (TO.take(line, first + 1) && TO.openParent(line, DIRECTORY, NAME)) {
                TO.isDone(line, TO.files().link(DIRECTORY, NAME, TARGET_TEXT));
            }
        } else if (FROM.take(line, first) && FROM.open(line, SOURCE) && TO.take(line, first + 1) && TO.openParent(line, DIRECTORY, NAME) && isOneTree(line)) {
            TO.isDone(line, FROM.files().addName(SOURCE, DIRECTORY, NAME));
        }
    }

    private static boolean isOneTree(Line line) {
        if (FROM.files() == TO.files()) {
            return true;
        }
        Text text = line.appendWordTo(Session.text(), 0).append(": ").append(FROM.path()).append(" and ").append(TO.path());
        Session.CONSOLE.printLine(text.append(" are not in one file system; cp copies from one to another"));
        return false;
    }

    /** Copies a file. */
    static void cp(Line line) {
        if (!FROM.take(line, 1) || !FROM.look(line, true)) {
            return;
        }
        FileSystemClient files = FROM.files();
        long size = files.lookSize();
        long number = files.lookNumber();
        if (!FROM.isDone(line, files.lookType() == NodeType.FILE ? Outcome.DONE : Outcome.NOT_A_FILE) || !FROM.open(line, SOURCE)) {
            return;
        }
        FROM.appendLastNameTo(NAME);
        if (openTarget(line, 2) && make(line)) {
            if (isOther(line, number) && TO.isDone(line, TO.files().resize(TARGET, 0))) {
                copy(line, size);
            }
            TO.files().close(TARGET);
        }
        files.close(SOURCE);
    }

    /** Makes the file that is copied to, if it is not there, and opens it. */
    private static boolean make(Line line) {
        Outcome outcome = TO.files().create(NEW_DIRECTORY, NEW_NAME, false);
        if (outcome != Outcome.EXISTS && !TO.isDone(line, outcome)) {
            return false;
        }
        return TO.isDone(line, TO.files().open(NEW_DIRECTORY, NEW_NAME, TARGET));
    }

    /** Whether what is copied to is not what is copied. */
    private static boolean isOther(Line line, long number) {
        if (!TO.isDone(line, TO.files().look(NEW_DIRECTORY, NEW_NAME, true))) {
            return false;
        }
        if (TO.files() != FROM.files() || TO.files().lookNumber() != number) {
            return true;
        }
        Session.CONSOLE.print("cp: both are the same file\n");
        return false;
    }

    private static void copy(Line line, long size) {
        SharedBuffer buffer = FileCommands.buffer();
        long position = 0;
        while (position < size) {
            Outcome outcome = FROM.files().read(SOURCE, position, FileSystem.MAX_BYTES, buffer.writable(), 0);
            buffer.takeBack();
            int count = FROM.files().readResult();
            if (!FROM.isDone(line, outcome)) {
                return;
            }
            if (count == 0) {
                Session.CONSOLE.print("cp: the file became shorter meanwhile\n");
                return;
            }
            outcome = TO.files().write(TARGET, position, count, buffer.readable(), 0);
            buffer.takeBack();
            if (!TO.isDone(line, outcome)) {
                return;
            }
            position += count;
            if (position % STEP == 0 && position < size) {
                Session.CONSOLE.printLine(Session.text().decimal(position / MEBIBYTE).append(" of ").decimal(size / MEBIBYTE).append(" MiB")).flush();
            }
        }
    }

    /** Makes all that was changed survive a loss of power. */
    static void sync(Line line) {
        for (int tree = 0; line.words() == 1 && tree < Place.trees(); tree++) {
            FROM.takeTree(tree);
            if (FROM.isThere()) {
                FROM.isDone(line, FROM.files().sync());
            }
        }
        for (int word = 1; word < line.words(); word++) {
            if (FROM.take(line, word) && FROM.open(line, SOURCE)) {
                FROM.isDone(line, FROM.files().syncFile(SOURCE));
                FROM.files().close(SOURCE);
            }
        }
    }

    /** The same before the machine is switched off. */
    static void syncAtEnd() {
        for (int tree = 0; tree < Place.trees(); tree++) {
            FROM.takeTree(tree);
            if (FROM.isThere() && FROM.files().sync() == Outcome.LOST) {
                Session.CONSOLE.print("some of what was changed before was lost with the file server\n").flush();
            }
        }
    }

    /** Where something is to go: into a directory under the name that it has, or to a path. */
    private static boolean openTarget(Line line, int word) {
        if (!TO.take(line, word)) {
            return false;
        }
        if (TO.files().look(FileSystem.ROOT, TO.rest(), true) == Outcome.DONE && TO.files().lookType() == NodeType.DIRECTORY) {
            NEW_NAME.clear().append(NAME);
            return TO.open(line, NEW_DIRECTORY);
        }
        return TO.openParent(line, NEW_DIRECTORY, NEW_NAME);
    }
}
