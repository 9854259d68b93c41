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

    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Place PLACE = new Place();
    private static final Place MOUNT = new Place();
    private static final Text ENTRY = new Text(FileSystem.MAX_PATH);
    private static final Text NAME = new Text(FileSystem.MAX_NAME);
    private static final int HANDLE = 1;
    private static final int SIZE_WIDTH = 12;
    private static final int ROOM_WIDTH = 8;
    private static final int PERCENT_WIDTH = 5;
    private static final int PLACE_WIDTH = 10;
    private static final int KIBIBYTE = 1024;
    private static final int PERCENT = 100;
    private static final int PERMISSION_BITS = 9;
    private static final String PERMISSION_LETTERS = "rwxrwxrwx";
    private static boolean isOpen;

    private FileCommands() {
    }

    /** Memory of the shell's that files' bytes travel through. */
    static SharedBuffer buffer() {
        if (!isOpen) {
            BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
            isOpen = true;
        }
        return BUFFER;
    }

    /** What is in a directory, or a file's row. */
    static void ls(Line line) {
        if (!PLACE.take(line, 1) || !PLACE.look(line, true)) {
            return;
        }
        FileSystemClient files = PLACE.files();
        if (files.lookType() != NodeType.DIRECTORY) {
            Session.CONSOLE.printLine(row(files).append(PLACE.path()));
            return;
        }
        printMounts();
        if (PLACE.open(line, HANDLE)) {
            Outcome outcome = files.list(HANDLE, 0);
            while (outcome == Outcome.DONE) {
                if (!isHidden(files.listName())) {
                    ENTRY.clear().append(files.listName());
                    printEntry(files, HANDLE, ENTRY, ENTRY);
                }
                outcome = files.list(HANDLE, files.listNext());
            }
            files.close(HANDLE);
            if (outcome != Outcome.NOT_FOUND) {
                PLACE.isDone(line, outcome);
            }
        }
    }

    /** The trees that are mounted in the directory that was taken. */
    private static void printMounts() {
        for (int tree = 0; tree < Place.trees(); tree++) {
            MOUNT.takeTree(tree);
            if (Place.isBelow(tree, NAME) && MOUNT.isThere()) {
                printEntry(MOUNT.files(), FileSystem.ROOT, MOUNT.rest(), NAME);
            }
        }
    }

    /** Whether a tree is mounted where something of that name is in the directory. */
    private static boolean isHidden(Text entry) {
        for (int tree = 0; tree < Place.trees(); tree++) {
            if (Place.isBelow(tree, NAME) && NAME.sameAs(entry)) {
                return true;
            }
        }
        return false;
    }

    private static void printEntry(FileSystemClient files, int from, Text path, Text name) {
        if (files.look(from, path, false) != Outcome.DONE) {
            Session.CONSOLE.printLine(Session.text().append("?").padTo(SIZE_WIDTH + 30).append(name));
            return;
        }
        boolean isLink = files.lookType() == NodeType.LINK;
        Text row = row(files).append(name).append(files.lookType() == NodeType.DIRECTORY ? "/" : "");
        if (isLink && files.target(from, path) == Outcome.DONE) {
            row.append(" -> ").append(files.targetResult());
        }
        Session.CONSOLE.printLine(row);
    }

    /** Of what was looked at last, up to its name. */
    private static Text row(FileSystemClient files) {
        Text row = appendMode(Session.text(), files).decimalRight(files.lookSize(), SIZE_WIDTH).append("  ");
        return FileTime.append(row, files.lookModified()).append("  ");
    }

    private static Text appendMode(Text text, FileSystemClient files) {
        text.append(switch (files.lookType()) {
            case FILE -> "-";
            case DIRECTORY -> "d";
            case LINK -> "l";
            case CHARACTER_DEVICE -> "c";
            case BLOCK_DEVICE -> "b";
            case PIPE -> "p";
            case SOCKET -> "s";
        });
        for (int i = 0; i < PERMISSION_BITS; i++) {
            boolean allowed = (files.lookPermissions() >>> PERMISSION_BITS - 1 - i & 1) != 0;
            text.appendByte(allowed ? PERMISSION_LETTERS.charAt(i) : '-');
        }
        return text;
    }

    /** Prints files, one after the other. */
    static void cat(Line line) {
        for (int word = 1; word < line.words(); word++) {
            if (PLACE.take(line, word) && PLACE.open(line, HANDLE)) {
                print(line);
                PLACE.files().close(HANDLE);
            }
        }
    }

    private static void print(Line line) {
        FileSystemClient files = PLACE.files();
        long position = 0;
        int count;
        do {
            Outcome outcome = files.read(HANDLE, position, FileSystem.MAX_BYTES, buffer().writable(), 0);
            buffer().takeBack();
            if (!PLACE.isDone(line, outcome)) {
                return;
            }
            count = files.readResult();
            for (int i = 0; i < count; i++) {
                Session.CONSOLE.printByte(buffer().memory().unsignedByte(i));
            }
            position += count;
        } while (count == FileSystem.MAX_BYTES);
    }

    /** Everything that is known of a file. */
    static void stat(Line line) {
        if (!PLACE.take(line, 1) || !PLACE.look(line, false)) {
            return;
        }
        FileSystemClient files = PLACE.files();
        Session.CONSOLE.printLine(appendMode(Session.text(), files).append("  ").append(PLACE.path()));
        Session.CONSOLE.printLine(Session.text().append("size      ").decimal(files.lookSize()).append(" bytes, on the disk ").decimal(files.lookUsed()));
        Session.CONSOLE.printLine(Session.text().append("inode     ").decimal(files.lookNumber()).append(", with ").decimal(files.lookLinks()).append(files.lookLinks() == 1 ? " name" : " names"));
        Session.CONSOLE.printLine(Session.text().append("owner     ").decimal(files.lookOwner()).append(", group ").decimal(files.lookGroup()));
        Session.CONSOLE.printLine(FileTime.append(Session.text().append("accessed  "), files.lookAccessed()));
        Session.CONSOLE.printLine(FileTime.append(Session.text().append("modified  "), files.lookModified()));
        Session.CONSOLE.printLine(FileTime.append(Session.text().append("changed   "), files.lookChanged()));
    }

    /** How much room there is, in each tree. */
    static void df(Line line) {
        Session.CONSOLE.print("       total        used        free   used  more files  on\n");
        for (int tree = 0; tree < Place.trees(); tree++) {
            PLACE.takeTree(tree);
            FileSystemClient files = PLACE.files();
            if (PLACE.isThere() && PLACE.isDone(line, files.space())) {
                long used = files.spaceTotal() - files.spaceFree();
                Text row = Session.text().decimalRight(files.spaceTotal() / KIBIBYTE, ROOM_WIDTH).append(" KiB").decimalRight(used / KIBIBYTE, ROOM_WIDTH).append(" KiB")
                        .decimalRight(files.spaceFree() / KIBIBYTE, ROOM_WIDTH).append(" KiB").decimalRight(used * PERCENT / Math.max(1, files.spaceTotal()), PERCENT_WIDTH).append(" %");
                Session.CONSOLE.printLine(row.decimalRight(files.spaceFreeNodes(), SIZE_WIDTH).append("  ").append(PLACE.path()));
            }
        }
    }

    /** Where which files are. */
    static void mount(Line line) {
        for (int tree = 0; tree < Place.trees(); tree++) {
            PLACE.takeTree(tree);
            if (!PLACE.isThere()) {
                Session.CONSOLE.printLine(Session.text().append(PLACE.path()).padTo(PLACE_WIDTH).append("no disk; start with --disk FILE"));
            } else if (PLACE.isDone(line, PLACE.files().space())) {
                Session.CONSOLE.printLine(Session.text().append(PLACE.path()).padTo(PLACE_WIDTH).append(PLACE.files().spaceWritable() ? "read and written" : "only read"));
            }
        }
    }
}
