package peaberry.shell;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Text;

/** Commands that change files. */
final class FileChangeCommands {

    private static final FileSystemClient FILES = FileCommands.FILES;
    private static final int SOURCE = 1;
    private static final int TARGET = 2;
    private static final int DIRECTORY = 3;
    private static final int NEW_DIRECTORY = 4;
    private static final Text NAME = new Text(FileSystem.MAX_NAME);
    private static final Text NEW_NAME = new Text(FileSystem.MAX_NAME);
    private static final Text PARENT = new Text(FileSystem.MAX_PATH);
    private static final Text TARGET_TEXT = new Text(FileSystem.MAX_TARGET);
    /** Of a long copy, after how many bytes it is told how far it is. */
    private static final long STEP = 4L << 20;
    private static final int MEBIBYTE = 1 << 20;

    private FileChangeCommands() {
    }

    static void mkdir(Line line) {
        for (int word = 1; FileCommands.isReady(line) && word < line.words(); word++) {
            if (open(line, word, DIRECTORY, NAME)) {
                FileCommands.isDone(line, FILES.create(DIRECTORY, NAME, true));
            }
        }
    }

    /** Makes empty files, or says of files that are there that they were changed. */
    static void touch(Line line) {
        for (int word = 1; FileCommands.isReady(line) && word < line.words(); word++) {
            if (!FileCommands.take(line, word)) {
                continue;
            }
            if (FILES.open(FileSystem.ROOT, FileCommands.PATH, SOURCE) == Outcome.DONE) {
                FileCommands.isDone(line, FILES.touch(SOURCE));
            } else if (open(line, word, DIRECTORY, NAME)) {
                FileCommands.isDone(line, FILES.create(DIRECTORY, NAME, false));
            }
        }
    }

    static void rm(Line line) {
        boolean isDirectory = line.wordIs(1, "-d");
        for (int word = isDirectory ? 2 : 1; FileCommands.isReady(line) && word < line.words(); word++) {
            if (open(line, word, DIRECTORY, NAME)) {
                FileCommands.isDone(line, FILES.remove(DIRECTORY, NAME, isDirectory));
            }
        }
    }

    /** Gives something another name, or puts it into a directory. */
    static void mv(Line line) {
        if (FileCommands.isReady(line) && open(line, 1, DIRECTORY, NAME) && openTarget(line, 2, NAME)) {
            FileCommands.isDone(line, FILES.rename(DIRECTORY, NAME, NEW_DIRECTORY, NEW_NAME));
        }
    }

    /** A further name, or with -s a link. */
    static void ln(Line line) {
        boolean isLink = line.wordIs(1, "-s");
        int first = isLink ? 2 : 1;
        if (!FileCommands.isReady(line) || line.words() != first + 2) {
            Session.CONSOLE.print("usage: ln [-s] PATH NEW-PATH\n");
            return;
        }
        if (isLink) {
            line.appendWordTo(TARGET_TEXT.clear(), first);
            if (open(line, first + 1, DIRECTORY, NAME)) {
                FileCommands.isDone(line, FILES.link(DIRECTORY, NAME, TARGET_TEXT));
            }
        } else if (FileCommands.take(line, first) && FileCommands.isDone(line, FILES.open(FileSystem.ROOT, FileCommands.PATH, SOURCE)) && open(line, first + 1, DIRECTORY, NAME)) {
            FileCommands.isDone(line, FILES.addName(SOURCE, DIRECTORY, NAME));
        }
    }

    /** Copies a file. */
    static void cp(Line line) {
        if (!FileCommands.isReady(line) || !open(line, 1, DIRECTORY, NAME) || !FileCommands.isDone(line, FILES.open(FileSystem.ROOT, FileCommands.PATH, SOURCE))
                || !FileCommands.isDone(line, FILES.look(FileSystem.ROOT, FileCommands.PATH, true))) {
            return;
        }
        long size = FILES.lookSize();
        long number = FILES.lookNumber();
        if (FILES.lookType() != NodeType.FILE) {
            FileCommands.isDone(line, Outcome.NOT_A_FILE);
            return;
        }
        if (openTarget(line, 2, NAME) && make(line) && isOther(line, number) && FileCommands.isDone(line, FILES.resize(TARGET, 0))) {
            copy(line, size);
        }
        FILES.close(SOURCE);
        FILES.close(TARGET);
    }

    /** Makes the file that is copied to, if it is not there, and opens it. */
    private static boolean make(Line line) {
        Outcome outcome = FILES.create(NEW_DIRECTORY, NEW_NAME, false);
        if (outcome != Outcome.EXISTS && !FileCommands.isDone(line, outcome)) {
            return false;
        }
        return FileCommands.isDone(line, FILES.open(NEW_DIRECTORY, NEW_NAME, TARGET));
    }

    /** Whether what is copied to is not what is copied. */
    private static boolean isOther(Line line, long number) {
        if (FileCommands.isDone(line, FILES.look(NEW_DIRECTORY, NEW_NAME, true)) && FILES.lookNumber() != number) {
            return true;
        }
        Session.CONSOLE.print("cp: both are the same file\n");
        return false;
    }

    private static void copy(Line line, long size) {
        long position = 0;
        while (position < size) {
            Outcome outcome = FILES.read(SOURCE, position, FileSystem.MAX_BYTES, FileCommands.BUFFER.writable(), 0);
            FileCommands.BUFFER.takeBack();
            int count = FILES.readResult();
            if (outcome == Outcome.DONE && count == 0) {
                Session.CONSOLE.print("cp: the file became shorter meanwhile\n");
                return;
            }
            if (outcome == Outcome.DONE) {
                outcome = FILES.write(TARGET, position, count, FileCommands.BUFFER.readable(), 0);
                FileCommands.BUFFER.takeBack();
            }
            if (!FileCommands.isDone(line, outcome)) {
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
        if (line.words() == 1 && FileCommands.isReady(line)) {
            FileCommands.isDone(line, FILES.sync());
        }
        for (int word = 1; word < line.words() && FileCommands.isReady(line); word++) {
            if (FileCommands.take(line, word) && FileCommands.isDone(line, FILES.open(FileSystem.ROOT, FileCommands.PATH, SOURCE))) {
                FileCommands.isDone(line, FILES.syncFile(SOURCE));
                FILES.close(SOURCE);
            }
        }
    }

    /** The same before the machine is switched off, if there are files. */
    static void syncAtEnd() {
        if (FileCommands.areThere() && FILES.sync() == Outcome.LOST) {
            Session.CONSOLE.print("some of what was changed before was lost with the file server\n").flush();
        }
    }

    /** Opens the directory that a path's last name is in. @return whether there is one, or it was said why not */
    private static boolean open(Line line, int word, int handle, Text name) {
        return FileCommands.take(line, word) && split(line, name) && FileCommands.isDone(line, FILES.open(FileSystem.ROOT, PARENT, handle));
    }

    /** Where something is to go: into a directory under the name that it has, or to a path. */
    private static boolean openTarget(Line line, int word, Text name) {
        if (!FileCommands.take(line, word)) {
            return false;
        }
        if (FILES.look(FileSystem.ROOT, FileCommands.PATH, true) == Outcome.DONE && FILES.lookType() == NodeType.DIRECTORY) {
            NEW_NAME.clear().append(name);
            return FileCommands.isDone(line, FILES.open(FileSystem.ROOT, FileCommands.PATH, NEW_DIRECTORY));
        }
        return split(line, NEW_NAME) && FileCommands.isDone(line, FILES.open(FileSystem.ROOT, PARENT, NEW_DIRECTORY));
    }

    /** Takes the path apart: the last name, and what is before it. */
    private static boolean split(Line line, Text name) {
        Text path = FileCommands.PATH;
        int end = path.length();
        while (end > 1 && path.byteAt(end - 1) == '/') {
            end--;
        }
        int start = end;
        while (start > 0 && path.byteAt(start - 1) != '/') {
            start--;
        }
        name.clear();
        for (int i = start; i < end; i++) {
            name.appendByte(path.byteAt(i));
        }
        PARENT.clear();
        for (int i = 0; i < start; i++) {
            PARENT.appendByte(path.byteAt(i));
        }
        return !name.isTruncated() || FileCommands.isDone(line, Outcome.TOO_LONG);
    }
}
