package peaberry.shell;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;

/** Commands about files. */
final class FileCommands {

    static final FileSystemClient FILES = new FileSystemClient("files");
    static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Text DISK = new Text(16).append("disk");
    /** The path that a command is about. */
    static final Text PATH = new Text(FileSystem.MAX_PATH);
    private static final Text ENTRY = new Text(FileSystem.MAX_PATH);
    private static final int HANDLE = 1;
    private static final int SIZE_WIDTH = 12;
    private static final int KIBIBYTE = 1024;
    private static final int PERCENT = 100;
    private static final int PERMISSION_BITS = 9;
    private static final String PERMISSION_LETTERS = "rwxrwxrwx";
    private static boolean isOpen;

    private FileCommands() {
    }

    /** What is in a directory, or a file's row. */
    static void ls(Line line) {
        if (!isReady(line) || !take(line)) {
            return;
        }
        if (!isDone(line, FILES.look(FileSystem.ROOT, PATH, true))) {
            return;
        }
        if (FILES.lookType() != NodeType.DIRECTORY) {
            Session.CONSOLE.printLine(row().append(PATH));
            return;
        }
        if (isDone(line, FILES.open(FileSystem.ROOT, PATH, HANDLE))) {
            Outcome outcome = FILES.list(HANDLE, 0);
            while (outcome == Outcome.DONE) {
                printEntry();
                outcome = FILES.list(HANDLE, FILES.listNext());
            }
            FILES.close(HANDLE);
            if (outcome != Outcome.NOT_FOUND) {
                isDone(line, outcome);
            }
        }
    }

    private static void printEntry() {
        ENTRY.clear().append(FILES.listName());
        if (FILES.look(HANDLE, ENTRY, false) != Outcome.DONE) {
            Session.CONSOLE.printLine(Session.text().append("?").padTo(SIZE_WIDTH + 30).append(ENTRY));
            return;
        }
        boolean isLink = FILES.lookType() == NodeType.LINK;
        Text row = row().append(ENTRY).append(FILES.lookType() == NodeType.DIRECTORY ? "/" : "");
        if (isLink && FILES.target(HANDLE, ENTRY) == Outcome.DONE) {
            row.append(" -> ").append(FILES.targetResult());
        }
        Session.CONSOLE.printLine(row);
    }

    /** Of what was looked at last, up to its name. */
    private static Text row() {
        Text row = appendMode(Session.text()).decimalRight(FILES.lookSize(), SIZE_WIDTH).append("  ");
        return FileTime.append(row, FILES.lookModified()).append("  ");
    }

    private static Text appendMode(Text text) {
        text.append(switch (FILES.lookType()) {
            case FILE -> "-";
            case DIRECTORY -> "d";
            case LINK -> "l";
            case CHARACTER_DEVICE -> "c";
            case BLOCK_DEVICE -> "b";
            case PIPE -> "p";
            case SOCKET -> "s";
        });
        for (int i = 0; i < PERMISSION_BITS; i++) {
            boolean allowed = (FILES.lookPermissions() >>> PERMISSION_BITS - 1 - i & 1) != 0;
            text.appendByte(allowed ? PERMISSION_LETTERS.charAt(i) : '-');
        }
        return text;
    }

    /** Prints files, one after the other. */
    static void cat(Line line) {
        for (int word = 1; isReady(line) && word < line.words(); word++) {
            if (take(line, word) && isDone(line, FILES.open(FileSystem.ROOT, PATH, HANDLE))) {
                print(line);
                FILES.close(HANDLE);
            }
        }
    }

    private static void print(Line line) {
        long position = 0;
        int count;
        do {
            Outcome outcome = FILES.read(HANDLE, position, FileSystem.MAX_BYTES, BUFFER.writable(), 0);
            BUFFER.takeBack();
            if (!isDone(line, outcome)) {
                return;
            }
            count = FILES.readResult();
            for (int i = 0; i < count; i++) {
                Session.CONSOLE.printByte(BUFFER.memory().unsignedByte(i));
            }
            position += count;
        } while (count == FileSystem.MAX_BYTES);
    }

    /** Everything that is known of a file. */
    static void stat(Line line) {
        if (!isReady(line) || !take(line) || !isDone(line, FILES.look(FileSystem.ROOT, PATH, false))) {
            return;
        }
        Session.CONSOLE.printLine(appendMode(Session.text()).append("  ").append(PATH));
        Session.CONSOLE.printLine(Session.text().append("size      ").decimal(FILES.lookSize()).append(" bytes, on the disk ").decimal(FILES.lookUsed()));
        Session.CONSOLE.printLine(Session.text().append("inode     ").decimal(FILES.lookNumber()).append(", with ").decimal(FILES.lookLinks()).append(FILES.lookLinks() == 1 ? " name" : " names"));
        Session.CONSOLE.printLine(Session.text().append("owner     ").decimal(FILES.lookOwner()).append(", group ").decimal(FILES.lookGroup()));
        Session.CONSOLE.printLine(FileTime.append(Session.text().append("accessed  "), FILES.lookAccessed()));
        Session.CONSOLE.printLine(FileTime.append(Session.text().append("modified  "), FILES.lookModified()));
        Session.CONSOLE.printLine(FileTime.append(Session.text().append("changed   "), FILES.lookChanged()));
    }

    /** How much room there is. */
    static void df(Line line) {
        if (!isReady(line) || !isDone(line, FILES.space())) {
            return;
        }
        long used = FILES.spaceTotal() - FILES.spaceFree();
        Session.CONSOLE.print("           total        used        free\n");
        Session.CONSOLE.printLine(Session.text().decimalRight(FILES.spaceTotal() / KIBIBYTE, SIZE_WIDTH).append(" KiB").decimalRight(used / KIBIBYTE, SIZE_WIDTH - 4).append(" KiB")
                .decimalRight(FILES.spaceFree() / KIBIBYTE, SIZE_WIDTH - 4).append(" KiB, ").decimal(used * PERCENT / Math.max(1, FILES.spaceTotal())).append(" % used"));
        Session.CONSOLE.printLine(Session.text().decimalRight(FILES.spaceNodes(), SIZE_WIDTH).append(" files, ").decimal(FILES.spaceFreeNodes()).append(" more possible"));
    }

    /** Where which files are: there is one place. */
    static void mount(Line line) {
        if (isReady(line) && isDone(line, FILES.space())) {
            Session.CONSOLE.printLine(Session.text().append("/  ext4 on the disk, ").append(FILES.spaceWritable() ? "read and written" : "only read"));
        }
    }

    /** A driver without a disk answers nobody, nor does who waits for it. Where there is no such driver, files are elsewhere. */
    static boolean areThere() {
        int driver = Session.number(DISK);
        return !Grants.find("files").isNone() && (driver < 0 || ProcessCommands.runs(driver));
    }

    /** Whether there is a disk, and who reads it; if not, that is said. */
    static boolean isReady(Line line) {
        PATH.clear();
        if (!areThere()) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text(), 0).append(": there is no disk; start with --disk FILE"));
            return false;
        }
        if (!isOpen) {
            BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
            isOpen = true;
        }
        return true;
    }

    private static boolean take(Line line) {
        return take(line, 1);
    }

    /** Takes a word as path; without one the uppermost directory. @return whether it is not too long, which is said */
    static boolean take(Line line, int word) {
        PATH.clear();
        if (word < line.words()) {
            line.appendWordTo(PATH, word);
        } else {
            PATH.append("/");
        }
        return !PATH.isTruncated() || isDone(line, Outcome.TOO_LONG);
    }

    /** Whether a call was well; if not, says what was not. */
    static boolean isDone(Line line, Outcome outcome) {
        if (outcome == Outcome.DONE) {
            return true;
        }
        if (outcome == Outcome.UNKNOWN_FORMAT && FILES.problem() == Outcome.DONE) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text(), 0).append(": the disk ").append(FILES.problemResult()));
            return false;
        }
        Text text = line.appendWordTo(Session.text(), 0).append(": ").append(PATH).append(PATH.length() > 0 ? ": " : "");
        Session.CONSOLE.printLine(text.append(switch (outcome) {
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
            case READ_ONLY -> "the disk can only be read";
            case DONE -> "";
        }));
        return false;
    }
}
