package jail;

import peaberry.abi.GrantKind;
import peaberry.abi.Outcome;
import peaberry.abi.Rights;
import peaberry.console.Terminal;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** Was given parts of the files, and tries everything to reach the others, or to change what it may only read. Says how each attempt ended. */
public final class Prisoner {

    static final CellClient CELL = new CellClient("cell");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final SharedBuffer BUFFER = new SharedBuffer();

    /** What it was given: a directory, the same to be read only, another directory, a file; and what it gives itself. */
    private static final FileSystemClient FILES = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient READER = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient OTHER = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient NOTES = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient PART = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient AGAIN = new FileSystemClient(Capability.NONE);

    private static final int ROOT = FileSystem.ROOT;
    private static final int HANDLE = 1;
    private static final int DIRECTORY = 2;
    private static final int FILE = 3;
    private static final int UNUSED = 9;
    private static final int MOST = 32;
    private static final int REUSES = 3;
    private static final int FORGED_BADGE = 7;
    private static final String[] PATHS = {
        "..", "../..", "/..", "./..", "sub/../..", "up", "up/..", "up/up/up", "top", "sub/up", "../secret", "/../secret", "/secret", "sub/../../secret", "up/secret", "up/up/secret",
        "stolen", "far", "top/secret", "sub/../up/./../secret", "loop", "own/..", "own/../../secret",
    };
    private static final String[] NAMES = {"", ".", "..", "../secret", "/secret", "sub/x", "/"};

    private static final Text PATH = new Text(FileSystem.MAX_PATH);
    private static final Text NAME = new Text(FileSystem.MAX_PATH);
    private static final Text TARGET = new Text(FileSystem.MAX_TARGET);
    private static final Text LINE = new Text(FileSystem.MAX_PATH);
    private static CNode table = CNode.at(0);
    private static int slot;
    private static long top;

    private Prisoner() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        slot = Grants.firstFreeSlot() + SharedBuffer.SLOTS;
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        take(FILES, "cell", 0, false);
        take(READER, "cell", 1, true);
        take(OTHER, "other", 2, false);
        take(NOTES, "notes", 3, false);
        FILES.look(ROOT, path(""), true);
        top = FILES.lookNumber();
        paths();
        names();
        links();
        handles();
        moves();
        changes();
        file();
        parts();
        death();
        numbers();
        givers();
        Persons.attempts();
        OTHER.sync();
        CONSOLE.flush();
        SYSTEM.shutdown(0);
    }

    private static void take(FileSystemClient client, String path, int number, boolean readOnly) {
        Capability place = place();
        Outcome outcome = CELL.give(path(path), number, readOnly, place);
        if (outcome != Outcome.DONE) {
            say(path, outcome.name());
        }
        client.connect(place);
    }

    /** A slot that nothing is in yet. */
    static Capability place() {
        return Capability.at(slot++);
    }

    /** The server of the files dies. */
    static void killServer() {
        SYSTEM.find(name("files"));
        say("the server dies", SUPERVISION.kill(SYSTEM.findResult()).name());
    }

    static Text path(String path) {
        return PATH.clear().append(path);
    }

    static Text name(String name) {
        return NAME.clear().append(name);
    }

    static Text target(String target) {
        return TARGET.clear().append(target);
    }

    static void say(String what, String how) {
        CONSOLE.printLine(LINE.clear().append(what).append(": ").append(how));
    }

    static void say(String what, FileSystem.Outcome outcome) {
        say(what, outcome.name());
    }

    /** What a path leads to: the top of what was given, something else in it, or a file with these contents. */
    static void look(String what, FileSystemClient files, int from, String path) {
        FileSystem.Outcome outcome = files.look(from, path(path), true);
        if (outcome != FileSystem.Outcome.DONE) {
            say(what, outcome);
        } else if (files.lookNumber() == top) {
            say(what, "the top");
        } else if (files.lookType() == FileSystem.NodeType.DIRECTORY) {
            say(what, "a directory");
        } else {
            outcome = files.open(from, path(path), UNUSED);
            read(what, files, UNUSED, outcome);
            files.close(UNUSED);
        }
    }

    static void read(String what, FileSystemClient files, int handle, FileSystem.Outcome before) {
        FileSystem.Outcome outcome = before == FileSystem.Outcome.DONE ? files.read(handle, 0, MOST, BUFFER.writable(), 0) : before;
        BUFFER.takeBack();
        LINE.clear().append(what).append(": ").append(outcome.name());
        for (int i = 0; outcome == FileSystem.Outcome.DONE && i < files.readResult(); i++) {
            LINE.append(i == 0 ? ", " : "").appendByte(BUFFER.memory().unsignedByte(i));
        }
        CONSOLE.printLine(LINE);
    }

    static FileSystem.Outcome write(FileSystemClient files, int handle) {
        BUFFER.memory().setByte(0, '!');
        FileSystem.Outcome outcome = files.write(handle, 0, 1, BUFFER.readable(), 0);
        BUFFER.takeBack();
        return outcome;
    }

    static FileSystem.Outcome append(FileSystemClient files, int handle) {
        BUFFER.memory().setByte(0, '?');
        FileSystem.Outcome outcome = files.append(handle, 1, BUFFER.readable(), 0);
        BUFFER.takeBack();
        return outcome;
    }

    private static void paths() {
        for (String path : PATHS) {
            look(path, FILES, ROOT, path);
        }
    }

    private static void names() {
        FILES.open(ROOT, path("own"), FILE);
        for (String name : NAMES) {
            CONSOLE.print("name '").print(name).print("': ").print(FILES.create(ROOT, name(name), false).name()).print(" ").print(FILES.create(ROOT, name(name), true).name()).print(" ")
                    .print(FILES.link(ROOT, name(name), target("own")).name()).print(" ").print(FILES.addName(FILE, ROOT, name(name)).name()).print(" ")
                    .print(FILES.remove(ROOT, name(name), false).name()).print(" ").print(FILES.remove(ROOT, name(name), true).name()).print(" ")
                    .print(FILES.rename(ROOT, target("own"), ROOT, name(name)).name()).print(" ").print(FILES.rename(ROOT, name(name), ROOT, target("x")).name()).print("\n");
        }
    }

    /** Links that it makes itself, and one that is put in a directory's place. */
    private static void links() {
        FILES.link(ROOT, name("mine"), target("../../secret"));
        look("its own link", FILES, ROOT, "mine");
        FILES.link(ROOT, name("all"), target("/"));
        look("its own link to all", FILES, ROOT, "all");
        look("through it", FILES, ROOT, "all/../secret");
        CELL.moveOut(path("cell"), name("door"));
        CELL.link(path("cell"), name("door"), target("/secret"));
        look("the warden's link", FILES, ROOT, "door");
    }

    /** Handles of others, and of its own for another tree. */
    private static void handles() {
        read("the warden's handle", OTHER, HANDLE, FileSystem.Outcome.DONE);
        for (int handle = HANDLE; handle < FileSystem.HANDLES; handle++) {
            OTHER.close(handle);
        }
        CELL.hasSecret();
        say("which it has still", CELL.hasSecretResult() ? "yes" : "no");
        FILES.open(ROOT, path("own"), FILE);
        say("a file of one tree in another", OTHER.addName(FILE, ROOT, name("mine")));
        say("a tree's file in its reader", READER.addName(FILE, ROOT, name("mine")));
        READER.open(ROOT, path("own"), HANDLE);
        say("a reader's file in the tree", FILES.addName(HANDLE, ROOT, name("mine")));
        say("takes back what it did not give", FILES.takeBack(0));
        look("which is there", FILES, ROOT, "own");
        say("another's badge", table.mint(slot + 1, table, filesSlot(), Rights.ALL, FORGED_BADGE).name());
    }

    private static int filesSlot() {
        return Grants.firstFreeSlot() + SharedBuffer.SLOTS;
    }

    /** A directory that it has open is moved out of its tree. */
    private static void moves() {
        FILES.open(ROOT, path("sub"), DIRECTORY);
        CELL.moveOut(path("cell"), name("sub"));
        look("what is not there any more", FILES, ROOT, "sub");
        look("but is open", FILES, DIRECTORY, "deep");
        look("above it", FILES, DIRECTORY, "..");
        look("beside it", FILES, DIRECTORY, "../secret");
        look("from the top", FILES, DIRECTORY, "/secret");
        look("along its link", FILES, DIRECTORY, "up/secret");
        say("takes it in again", FILES.rename(DIRECTORY, name("../sub"), ROOT, target("sub")));
        say("takes what is above", FILES.rename(DIRECTORY, name(".."), ROOT, target("x")));
        say("takes what is in it", FILES.rename(DIRECTORY, name("deep"), ROOT, target("deep")));
        look("which is there", FILES, ROOT, "deep");
    }

    /** Every way to change something, through what is to be read only. */
    private static void changes() {
        READER.open(ROOT, path("own"), FILE);
        read("reads", READER, FILE, FileSystem.Outcome.DONE);
        say("writes", write(READER, FILE));
        say("appends", append(READER, FILE));
        say("shortens", READER.resize(FILE, 0));
        say("opens to all", READER.setPermissions(FILE, 0777));
        say("takes", READER.setOwner(FILE, 1, 1));
        say("makes older", READER.setTimes(FILE, 0, 0, 0, 0));
        say("touches", READER.touch(FILE));
        say("touches the top", READER.touch(ROOT));
        say("creates", READER.create(ROOT, name("x"), false));
        say("makes a directory", READER.create(ROOT, name("x"), true));
        say("links", READER.link(ROOT, name("x"), target("own")));
        say("names", READER.addName(FILE, ROOT, name("x")));
        say("removes", READER.remove(ROOT, name("own"), false));
        say("renames", READER.rename(ROOT, name("own"), ROOT, target("x")));
        Capability place = place();
        say("gives to be changed", READER.give(ROOT, 0, false, place));
        PART.connect(place);
        PART.open(ROOT, path("own"), FILE);
        say("writes through that", write(PART, FILE));
        say("shortens through that", PART.resize(FILE, 0));
        read("reads through that", PART, FILE, FileSystem.Outcome.DONE);
        READER.space();
        say("says that it can be changed", READER.spaceWritable() ? "yes" : "no");
        say("syncs", READER.sync());
    }

    /** What was given is a file. */
    private static void file() {
        say("opens the file", NOTES.open(ROOT, path(""), FILE));
        read("reads the file", NOTES, FILE, FileSystem.Outcome.DONE);
        say("writes the file", write(NOTES, FILE));
        say("appends to the file", append(NOTES, FILE));
        say("appends once more", append(NOTES, FILE));
        read("reads it again", NOTES, FILE, FileSystem.Outcome.DONE);
        look("the file as directory", NOTES, ROOT, "/");
        look("above the file", NOTES, ROOT, "..");
        look("beside the file", NOTES, ROOT, "../secret");
        say("lists the file", NOTES.list(ROOT, 0));
        say("creates in the file", NOTES.create(ROOT, name("x"), false));
        say("names beside the file", NOTES.addName(FILE, ROOT, name("x")));
    }

    /** What it gives of what it was given, until that is taken back. */
    private static void parts() {
        FILES.open(ROOT, path("own"), FILE);
        Capability place = place();
        int given = 0;
        while (FILES.give(FILE, given, false, place) == FileSystem.Outcome.DONE) {
            table.delete(place.slot());
            given++;
        }
        CONSOLE.printLine(LINE.clear().append("gives ").decimal(given).append(" more"));
        say("one in another's place", FILES.give(FILE, 0, false, place));
        PART.connect(place);
        say("opens it", PART.open(ROOT, path(""), HANDLE));
        read("reads it", PART, HANDLE, FileSystem.Outcome.DONE);
        say("takes it back", FILES.takeBack(0));
        read("reads it after that", PART, HANDLE, FileSystem.Outcome.DONE);
        table.delete(place.slot());
        say("gives it again", FILES.give(FILE, 0, false, place));
        say("opens it again", PART.open(ROOT, path(""), HANDLE));
    }

    /** The file server dies: what was given is given still, and what was taken back is not. */
    private static void death() {
        FILES.sync();
        killServer();
        read("an open file", PART, HANDLE, FileSystem.Outcome.DONE);
        look("another tree", OTHER, ROOT, "mine");
        say("the warden takes all back", CELL.takeBack(0).name());
        gone();
        killServer();
        gone();
        take(AGAIN, "other", 0, false);
        read("a handle from before", AGAIN, FILE, FileSystem.Outcome.DONE);
        gone();
        look("the reader", READER, ROOT, "own");
    }

    private static void gone() {
        read("its file", FILES, FILE, FileSystem.Outcome.DONE);
        look("its directory", FILES, ROOT, "own");
        say("its handle", FILES.open(ROOT, path(""), HANDLE));
        read("what it gave", PART, HANDLE, FileSystem.Outcome.DONE);
        say("gives more", FILES.give(ROOT, 1, false, Capability.at(slot)));
        say("syncs", FILES.sync());
    }

    /** A directory's number is another one's later. */
    private static void numbers() {
        CELL.makeDirectory(name("first"));
        take(FILES, "first", 0, false);
        FILES.look(ROOT, path(""), true);
        long number = FILES.lookNumber();
        FILES.create(ROOT, name("below"), true);
        FILES.open(ROOT, path("below"), DIRECTORY);
        say("what is not empty is removed", CELL.removeDirectory(name("first")).name());
        FILES.remove(ROOT, name("below"), true);
        say("the top is removed", CELL.removeDirectory(name("first")).name());
        look("the top that is gone", FILES, ROOT, "");
        for (int i = 0; i < REUSES; i++) {
            CELL.makeDirectory(name("second"));
            take(AGAIN, "second", 4, false);
            AGAIN.look(ROOT, path(""), true);
            say("its number is another one's", AGAIN.lookNumber() == number ? "yes" : "no");
            look("the top that is another one", FILES, ROOT, "");
            look("what was open below it", FILES, DIRECTORY, "/");
            say("creates in another one", FILES.create(ROOT, name("x"), false));
            look("another one", AGAIN, ROOT, "x");
            CELL.removeDirectory(name("second"));
        }
    }

    /** What it gave on is moved out of what it was given, which goes then. */
    private static void givers() {
        CELL.makeDirectory(name("third"));
        take(FILES, "third", 0, false);
        FILES.create(ROOT, name("part"), true);
        FILES.open(ROOT, path("part"), DIRECTORY);
        Capability place = place();
        say("gives a part", FILES.give(DIRECTORY, 0, false, place));
        PART.connect(place);
        say("creates there", PART.create(ROOT, name("x"), false));
        CELL.moveOut(path("third"), name("part"));
        say("creates there when it was moved out", PART.create(ROOT, name("y"), false));
        CELL.removeDirectory(name("third"));
        say("creates there when what it was a part of is gone", PART.create(ROOT, name("z"), false));
    }
}
