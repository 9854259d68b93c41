package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.runtime.Capability;
import peaberry.standin.Texts;

/** What becomes of permissions beyond a single operation: handles, trees that are given on, what is made, and the server's death. */
class PersonsTest {

    private static final int ANN = 1001;
    private static final int BOB = 1002;
    private static final int STAFF = 2001;
    private static final int GUESTS = 2002;
    private static final int HANDLE = 1;
    private static final int TOP = FileSystem.ROOT;

    private final HostedFiles host = new HostedFiles(16 << 10);
    private final FileUser system = new FileUser(host, host.process());
    private FileUser ann;
    private FileUser bob;

    @BeforeEach
    void start() {
        done(system.create("home", true));
        done(system.create("home/ann", true));
        done(system.setOwner("home/ann", ANN, STAFF));
        done(system.create("home/bob", true));
        done(system.setOwner("home/bob", BOB, GUESTS));
        ann = system.giveAs("", 1, ANN, STAFF);
        bob = system.giveAs("", 2, BOB, GUESTS);
        done(ann.create("home/ann/notes", false));
        done(ann.write("home/ann/notes", 'a'));
    }

    private static void done(Outcome outcome) {
        assertEquals(Outcome.DONE, outcome);
    }

    private static void denied(Outcome outcome) {
        assertEquals(Outcome.DENIED, outcome);
    }

    @Test
    void whatAPersonMakesIsHers() {
        done(ann.create("home/ann/papers", true));
        done(ann.link("home/ann/link", "notes"));
        assertEquals("0644 1001 2001", system.description("home/ann/notes"));
        assertEquals("0755 1001 2001", system.description("home/ann/papers"));
        assertEquals("0777 1001 2001", system.description("home/ann/link"));
        assertEquals("0755 0 0", system.description("home"));
        assertEquals("0755 0 0", system.description(""));
    }

    @Test
    void whoMayNotDoSomethingChangesNothing() {
        denied(bob.create("home/ann/x", false));
        denied(bob.write("home/ann/notes", 'b'));
        denied(bob.append("home/ann/notes"));
        denied(bob.resize("home/ann/notes", 0));
        denied(bob.remove("home/ann/notes", false));
        denied(bob.rename("home/ann/notes", "home/bob/notes"));
        denied(bob.rename("home/ann/notes", "home/ann/mine"));
        denied(bob.setPermissions("home/ann/notes", 0666));
        denied(bob.setOwner("home/ann/notes", BOB, GUESTS));
        denied(bob.setTimes("home/ann/notes", 1));
        denied(bob.touch("home/ann/notes"));
        denied(bob.addName("home/ann/notes", "home/bob/notes"));
        assertEquals("0644 1001 2001", system.description("home/ann/notes"));
        done(system.look("home/ann/notes"));
        assertEquals(1, system.files().lookSize());
        assertEquals(1, system.files().lookLinks());
        done(bob.read("home/ann/notes"));
        assertEquals('a', host.lastByte());
    }

    @Test
    void whatADirectoryHasThatMayNotBeSearchedIsNotTold() {
        done(ann.setPermissions("home/ann", 0744));
        for (String name : new String[] {"notes", "nothing", "notes/x", "..", ".", "x".repeat(256), "../bob"}) {
            denied(bob.look("home/ann/" + name));
            denied(bob.open("home/ann/" + name, HANDLE));
            denied(bob.readLink("home/ann/" + name));
        }
        denied(bob.create("home/ann/notes", false));
        denied(bob.remove("home/ann/nothing", false));
        denied(bob.rename("home/ann/nothing", "home/bob/x"));
        done(bob.list("home/ann"));
        done(ann.setPermissions("home/ann", 0711));
        denied(bob.list("home/ann"));
        done(bob.look("home/ann/notes"));
        assertEquals(Outcome.NOT_FOUND, bob.look("home/ann/nothing"));
    }

    @Test
    void aLinkLeadsNobodyFurther() {
        done(ann.setPermissions("home/ann", 0700));
        done(bob.link("home/bob/hers", "../ann/notes"));
        done(bob.link("home/bob/top", "/home/ann/notes"));
        denied(bob.read("home/bob/hers"));
        denied(bob.read("home/bob/top"));
        done(ann.read("home/bob/hers"));
        done(bob.readLink("home/bob/hers"));
    }

    @Test
    void whatIsOpenStaysAsItWasOpened() {
        done(bob.open("home/ann/notes", HANDLE));
        done(bob.open("home/ann", HANDLE + 1));
        done(ann.setPermissions("home/ann/notes", 0600));
        done(ann.setPermissions("home/ann", 0700));
        done(bob.read(HANDLE));
        denied(bob.write(HANDLE, 'b'));
        done(bob.list(HANDLE + 1));
        denied(bob.read("home/ann/notes"));
        denied(bob.files().open(HANDLE + 1, Texts.of("notes"), HANDLE));
        done(bob.read(HANDLE));
        done(ann.setPermissions("home/ann", 0755));
        done(ann.setPermissions("home/ann/notes", 0666));
        denied(bob.write(HANDLE, 'b'));
        done(bob.open("home/ann/notes", HANDLE));
        done(ann.setPermissions("home/ann/notes", 0));
        done(bob.write(HANDLE, 'b'));
        denied(ann.read("home/ann/notes"));
        done(ann.setPermissions("home/ann/notes", 0400));
        done(ann.read("home/ann/notes"));
        assertEquals('b', host.lastByte());
        done(bob.open("home/ann/notes", HANDLE));
        denied(bob.read(HANDLE));
    }

    @Test
    void theServersDeathChangesNothingOfThat() {
        done(bob.open("home/ann/notes", HANDLE));
        done(ann.setPermissions("home/ann/notes", 0600));
        FileUser given = bob.give("home", 7);
        done(system.files().sync());
        host.restart();
        done(bob.read(HANDLE));
        denied(bob.write(HANDLE, 'b'));
        denied(bob.read("home/ann/notes"));
        done(ann.write("home/ann/notes", 'c'));
        denied(given.read("ann/notes"));
        done(given.create("bob/x", false));
        assertEquals("0644 1002 2002", system.description("home/bob/x"));
        denied(bob.tryGiveAs("home", 8, ANN, STAFF));
        done(system.write("home/ann/notes", 'd'));
    }

    @Test
    void whatIsGivenOnIsTheSamePersons() {
        done(ann.setPermissions("home/ann/notes", 0600));
        denied(bob.tryGiveAs("home", 7, ANN, STAFF));
        denied(bob.tryGiveAs("home", 7, BOB, STAFF));
        denied(bob.tryGiveAs("home", 7, 0, 0));
        FileUser part = bob.give("home", 7);
        denied(part.read("ann/notes"));
        denied(part.tryGiveAs("", 7, ANN, STAFF));
        FileUser same = bob.giveAs("home", 8, BOB, GUESTS);
        denied(same.read("ann/notes"));
        FileUser file = bob.give("home/ann/notes", 9);
        denied(file.read(""));
        denied(file.write("", 'x'));
        denied(file.setPermissions("", 0666));
        FileUser hers = ann.give("home/ann/notes", 9);
        done(hers.read(""));
        FileUser all = system.give("home", 10);
        done(all.read("ann/notes"));
        assertNotNull(all.giveAs("ann", 1, ANN, STAFF));
        done(bob.takeBack(7));
        assertEquals(Outcome.NOT_OPEN, part.look(""));
    }

    /** What a giver had given by a number stays given when it may not give what it asks for. */
    @Test
    void whatMayNotBeGivenTakesNothingBack() {
        FileUser part = bob.give("home", 7);
        denied(bob.tryGiveAs("home", 7, ANN, STAFF));
        done(part.look("bob"));
    }

    @Test
    void whatIsOnlyReadStaysSo() {
        FileUser reader = system.giveAs("home", 7, true, ANN, STAFF);
        assertEquals(Outcome.READ_ONLY, reader.write("ann/notes", 'x'));
        assertEquals(Outcome.READ_ONLY, reader.setPermissions("ann/notes", 0));
        done(reader.read("ann/notes"));
        done(ann.setPermissions("home/ann/notes", 0200));
        denied(reader.read("ann/notes"));
    }

    @Test
    void thePersonWithNumberZeroIsOneAsAnyOther() {
        FileUser zero = system.giveAs("", 7, 0, 0);
        done(ann.setPermissions("home/ann", 0700));
        denied(zero.look("home/ann/notes"));
        denied(zero.setOwner("home/ann", 0, 0));
        denied(zero.setOwner("home", ANN, STAFF));
        done(zero.create("hers", false));
        assertEquals("0644 0 0", system.description("hers"));
    }

    @Test
    void theLargestNumbersArePersons() {
        FileUser last = system.giveAs("", 7, 0xFFFF_FFFFL, 0xFFFF_FFFEL);
        done(system.setPermissions("home", 0777));
        done(last.create("home/x", false));
        assertEquals("0644 4294967295 4294967294", system.description("home/x"));
        done(last.setPermissions("home/x", 0600));
        denied(ann.read("home/x"));
    }

    @Test
    void theBitsThatWouldLendAnIdentityDoNothingAndGo() {
        done(ann.setPermissions("home/ann/notes", 07755));
        assertEquals("7755 1001 2001", ann.description("home/ann/notes"));
        done(ann.write("home/ann/notes", 'x'));
        assertEquals("1755 1001 2001", ann.description("home/ann/notes"));
        done(system.setPermissions("home/ann/notes", 06755));
        done(ann.setOwner("home/ann/notes", ANN, STAFF));
        assertEquals("0755 1001 2001", ann.description("home/ann/notes"));
        done(system.setPermissions("home/ann/notes", 06755));
        done(ann.resize("home/ann/notes", 0));
        assertEquals("0755 1001 2001", ann.description("home/ann/notes"));
        done(system.setOwner("home/ann/notes", ANN, GUESTS));
        done(ann.setPermissions("home/ann/notes", 06755));
        assertEquals("4755 1001 2002", ann.description("home/ann/notes"));
        done(system.setPermissions("home/ann", 02755));
        done(ann.create("home/ann/x", false));
        assertEquals("0644 1001 2001", ann.description("home/ann/x"));
    }

    @Test
    void aNameMoreIsGivenOnlyToWhatOneMayUse() {
        done(system.setPermissions("home/bob", 0777));
        done(ann.setPermissions("home/ann/notes", 0644));
        denied(bob.addName("home/ann/notes", "home/bob/notes"));
        done(ann.addName("home/ann/notes", "home/bob/hers"));
        done(ann.setPermissions("home/ann/notes", 0606));
        done(bob.addName("home/ann/notes", "home/bob/notes"));
        done(ann.link("home/ann/link", "x"));
        done(ann.setPermissions("home/ann/notes", 0));
        done(ann.addName("home/bob/hers", "home/ann/again"));
        denied(bob.read("home/bob/notes"));
    }

    /** The top of a tree is never opened: it is looked at each time. */
    @Test
    void theTopOfATreeIsAsItIs() {
        FileUser hers = system.giveAs("home/bob", 7, ANN, STAFF);
        done(hers.list(TOP));
        denied(hers.files().create(TOP, Texts.of("x"), false));
        denied(hers.files().setPermissions(TOP, 0777));
        denied(hers.files().touch(TOP));
        done(bob.setPermissions("home/bob", 0733));
        denied(hers.list(TOP));
        done(hers.files().touch(TOP));
        done(hers.files().create(TOP, Texts.of("x"), false));
        done(bob.setPermissions("home/bob", 0));
        denied(hers.look("x"));
        done(hers.look(""));
        assertNotNull(host.given(hers.files().give(TOP, 1, false, Capability.at(1))));
        done(system.list("home/bob"));
        done(system.create("home/bob/y", false));
    }
}
