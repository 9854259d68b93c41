package jail;

import peaberry.abi.Outcome;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.runtime.Capability;

/** Ann and Bob reach the same directory, in which each has one. He tries everything to read and change what is hers. */
final class Persons {

    private static final int ANN = 1001;
    private static final int BOB = 1002;
    private static final int STAFF = 2001;
    private static final int GUESTS = 2002;

    private static final int ROOT = FileSystem.ROOT;
    private static final int HANDLE = 1;
    private static final int HERS = 2;
    private static final int HIS = 3;
    private static final int ALL = 4;
    private static final int PRIVATE = 5;
    private static final int PROGRAM = 6;
    private static final String[] PATHS = {
        "ann/diary", "ann/nothing", "ann/diary/..", "ann/..", "ann/.", "bob/../ann/diary", "./ann//diary", "bob/hers", "bob/far", "bob/door/diary", "all/../ann/diary",
    };

    private static final FileSystemClient HER = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient HIM = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient PART = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient FILE = new FileSystemClient(Capability.NONE);
    private static final FileSystemClient SYSTEM = new FileSystemClient(Capability.NONE);

    private Persons() {
    }

    static void attempts() {
        begin();
        paths();
        changes();
        commons();
        keptHandles();
        parts();
        deaths();
        takenBack();
    }

    private static void begin() {
        describe("people", 0755, 0, 0);
        describe("people/ann", 0700, ANN, STAFF);
        describe("people/ann/diary", 0600, ANN, STAFF);
        describe("people/bob", 0755, BOB, GUESTS);
        describe("people/open", 0644, ANN, STAFF);
        describe("people/all", 01777, 0, 0);
        give(HER, "people", 10, ANN, STAFF);
        give(HIM, "people", 11, BOB, GUESTS);
        Capability place = Prisoner.place();
        Prisoner.CELL.give(Prisoner.path("people"), 12, false, place);
        SYSTEM.connect(place);
        HIM.open(ROOT, Prisoner.path("bob"), HIS);
        HIM.open(ROOT, Prisoner.path("ann"), HERS);
        HIM.open(ROOT, Prisoner.path("all"), ALL);
        say("his link", HIM.link(HIS, Prisoner.name("hers"), Prisoner.target("../ann/diary")));
        say("his link from the top", HIM.link(HIS, Prisoner.name("far"), Prisoner.target("/ann/diary")));
        say("his link to hers", HIM.link(HIS, Prisoner.name("door"), Prisoner.target("../ann")));
        Prisoner.look("she reads through his", HER, ROOT, "bob/hers");
        Prisoner.look("the system reads hers", SYSTEM, ROOT, "ann/diary");
    }

    private static void describe(String path, int permissions, int owner, int group) {
        say(path, Prisoner.CELL.describe(Prisoner.path(path), permissions, owner, group));
    }

    private static void give(FileSystemClient client, String path, int number, int owner, int group) {
        Capability place = Prisoner.place();
        say(path, Prisoner.CELL.giveAs(Prisoner.path(path), number, owner, group, place));
        client.connect(place);
    }

    private static void say(String what, Outcome outcome) {
        if (outcome != Outcome.DONE) {
            Prisoner.say(what, outcome.name());
        }
    }

    private static void say(String what, FileSystem.Outcome outcome) {
        Prisoner.say(what, outcome);
    }

    private static void paths() {
        for (String path : PATHS) {
            Prisoner.look(path, HIM, ROOT, path);
        }
        Prisoner.look("from her directory", HIM, HERS, "diary");
        Prisoner.look("above her directory", HIM, HERS, "..");
        say("lists her directory", HIM.list(HERS, 0));
        say("opens her directory anew", HIM.open(HERS, Prisoner.path(""), HANDLE));
        say("lists that", HIM.list(HANDLE, 0));
    }

    private static void changes() {
        say("creates in hers", HIM.create(HERS, Prisoner.name("x"), false));
        say("makes what is there", HIM.create(HERS, Prisoner.name("diary"), true));
        say("links in hers", HIM.link(HERS, Prisoner.name("x"), Prisoner.target("diary")));
        say("removes", HIM.remove(HERS, Prisoner.name("diary"), false));
        say("removes nothing", HIM.remove(HERS, Prisoner.name("nothing"), false));
        say("takes", HIM.rename(HERS, Prisoner.name("diary"), HIS, Prisoner.target("x")));
        say("takes nothing", HIM.rename(HERS, Prisoner.name("nothing"), HIS, Prisoner.target("x")));
        say("puts", HIM.rename(HIS, Prisoner.name("hers"), HERS, Prisoner.target("diary")));
        say("takes the directory", HIM.rename(ROOT, Prisoner.name("ann"), HIS, Prisoner.target("x")));
        say("removes the directory", HIM.remove(ROOT, Prisoner.name("ann"), true));
        say("moves his own", HIM.rename(ROOT, Prisoner.name("bob"), ALL, Prisoner.target("x")));
        say("opens it to all", HIM.setPermissions(HERS, 0777));
        say("takes it as his", HIM.setOwner(HERS, BOB, GUESTS));
        say("gives her his", HIM.setOwner(HIS, ANN, GUESTS));
        say("opens the top to all", HIM.setPermissions(ROOT, 0777));
        say("makes it older", HIM.setTimes(HERS, 0, 0, 0, 0));
        say("touches it", HIM.touch(HERS));
        HIM.open(ROOT, Prisoner.path("open"), HANDLE);
        say("names hers", HIM.addName(HANDLE, HIS, Prisoner.name("mine")));
        say("writes hers", Prisoner.write(HIM, HANDLE));
        say("appends to hers", Prisoner.append(HIM, HANDLE));
        say("shortens hers", HIM.resize(HANDLE, 0));
        say("touches hers", HIM.touch(HANDLE));
        say("a program of his", HIM.create(HIS, Prisoner.name("program"), false));
        HIM.open(HIS, Prisoner.path("program"), PROGRAM);
        say("that acts as he does", HIM.setPermissions(PROGRAM, 06777));
        say("which he gives her", HIM.setOwner(PROGRAM, ANN, STAFF));
    }

    /** A directory with the sticky bit, in which everybody has files. */
    private static void commons() {
        HER.open(ROOT, Prisoner.path("all"), ALL);
        say("she creates for all", HER.create(ALL, Prisoner.name("note"), false));
        say("he creates for all", HIM.create(ALL, Prisoner.name("his"), false));
        say("removes her note", HIM.remove(ALL, Prisoner.name("note"), false));
        say("renames her note", HIM.rename(ALL, Prisoner.name("note"), ALL, Prisoner.target("x")));
        say("replaces her note", HIM.rename(ALL, Prisoner.name("his"), ALL, Prisoner.target("note")));
        say("removes his", HIM.remove(ALL, Prisoner.name("his"), false));
        say("she removes her note", HER.remove(ALL, Prisoner.name("note"), false));
    }

    /** What he opened while he might. */
    private static void keptHandles() {
        HER.open(ROOT, Prisoner.path("open"), PRIVATE);
        say("she closes what was open", HER.setPermissions(PRIVATE, 0600));
        Prisoner.read("he reads on", HIM, HANDLE, FileSystem.Outcome.DONE);
        say("he writes", Prisoner.write(HIM, HANDLE));
        Prisoner.look("he opens it anew", HIM, ROOT, "open");
        say("from the handle", HIM.open(HANDLE, Prisoner.path(""), PROGRAM));
        Prisoner.read("which he reads", HIM, PROGRAM, FileSystem.Outcome.DONE);
    }

    /** What he gives on. */
    private static void parts() {
        Capability place = Prisoner.place();
        say("gives as her", HIM.giveAs(ROOT, 0, false, ANN, STAFF, place));
        say("gives as of her group", HIM.giveAs(ROOT, 0, false, BOB, STAFF, place));
        say("gives as nobody", HIM.giveAs(ROOT, 0, false, 0, 0, place));
        say("gives all on", HIM.give(ROOT, 0, false, place));
        PART.connect(place);
        Prisoner.look("which leads to hers", PART, ROOT, "ann/diary");
        place = Prisoner.place();
        say("gives that as her", PART.giveAs(ROOT, 0, false, ANN, STAFF, place));
        say("gives her file", HIM.give(HANDLE, 1, false, place));
        FILE.connect(place);
        say("which is opened", FILE.open(ROOT, Prisoner.path(""), HANDLE));
        Prisoner.read("and read", FILE, HANDLE, FileSystem.Outcome.DONE);
        say("and opened to all", FILE.setPermissions(ROOT, 0666));
        place = Prisoner.place();
        say("gives her directory", HIM.give(HERS, 2, false, place));
        FILE.connect(place);
        Prisoner.look("which has her file", FILE, ROOT, "diary");
        say("which he lists", FILE.list(ROOT, 0));
        say("opens it to all", FILE.setPermissions(ROOT, 0777));
    }

    private static void deaths() {
        HER.sync();
        Prisoner.killServer();
        Prisoner.read("he reads on", HIM, HANDLE, FileSystem.Outcome.DONE);
        say("he writes", Prisoner.write(HIM, HANDLE));
        Prisoner.look("hers", HIM, ROOT, "ann/diary");
        Prisoner.look("hers by a part", PART, ROOT, "ann/diary");
        Prisoner.look("she", HER, ROOT, "ann/diary");
    }

    private static void takenBack() {
        say("takes back", HIM.takeBack(0));
        Prisoner.look("the part", PART, ROOT, "bob");
        say("the warden takes back", Prisoner.CELL.takeBack(11));
        Prisoner.read("he reads on", HIM, HANDLE, FileSystem.Outcome.DONE);
        Prisoner.look("her directory by a part", FILE, ROOT, "");
        give(PART, "people", 11, ANN, STAFF);
        Prisoner.look("she in his place", PART, ROOT, "ann/diary");
        Prisoner.look("he in hers", HIM, ROOT, "ann/diary");
    }
}
