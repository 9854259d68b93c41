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
        done(system.create("people", true));
        done(system.create("people/ann", true));
        done(system.setOwner("people/ann", ANN, STAFF));
        done(system.create("people/bob", true));
        done(system.setOwner("people/bob", BOB, GUESTS));
        ann = system.giveAs("", 1, ANN, STAFF);
        bob = system.giveAs("", 2, BOB, GUESTS);
        done(ann.create("people/ann/notes", false));
        done(ann.write("people/ann/notes", 'a'));
    }

    private static void done(Outcome outcome) {
        assertEquals(Outcome.DONE, outcome);
    }

    private static void denied(Outcome outcome) {
        assertEquals(Outcome.DENIED, outcome);
    }

    @Test
    void whatAPersonMakesIsHers() {
        done(ann.create("people/ann/papers", true));
        done(ann.link("people/ann/link", "notes"));
        assertEquals("0644 1001 2001", system.description("people/ann/notes"));
        assertEquals("0755 1001 2001", system.description("people/ann/papers"));
        assertEquals("0777 1001 2001", system.description("people/ann/link"));
        assertEquals("0755 0 0", system.description("people"));
        assertEquals("0755 0 0", system.description(""));
    }

    @Test
    void whoMayNotDoSomethingChangesNothing() {
        denied(bob.create("people/ann/x", false));
        denied(bob.write("people/ann/notes", 'b'));
        denied(bob.append("people/ann/notes"));
        denied(bob.resize("people/ann/notes", 0));
        denied(bob.remove("people/ann/notes", false));
        denied(bob.rename("people/ann/notes", "people/bob/notes"));
        denied(bob.rename("people/ann/notes", "people/ann/mine"));
        denied(bob.setPermissions("people/ann/notes", 0666));
        denied(bob.setOwner("people/ann/notes", BOB, GUESTS));
        denied(bob.setTimes("people/ann/notes", 1));
        denied(bob.touch("people/ann/notes"));
        denied(bob.addName("people/ann/notes", "people/bob/notes"));
        assertEquals("0644 1001 2001", system.description("people/ann/notes"));
        done(system.look("people/ann/notes"));
        assertEquals(1, system.files().lookSize());
        assertEquals(1, system.files().lookLinks());
        done(bob.read("people/ann/notes"));
        assertEquals('a', host.lastByte());
    }

    @Test
    void whatADirectoryHasThatMayNotBeSearchedIsNotTold() {
        done(ann.setPermissions("people/ann", 0744));
        for (String name : new String[] {"notes", "nothing", "notes/x", "..", ".", "x".repeat(256), "../bob"}) {
            denied(bob.look("people/ann/" + name));
            denied(bob.open("people/ann/" + name, HANDLE));
            denied(bob.readLink("people/ann/" + name));
        }
        denied(bob.create("people/ann/notes", false));
        denied(bob.remove("people/ann/nothing", false));
        denied(bob.rename("people/ann/nothing", "people/bob/x"));
        done(bob.list("people/ann"));
        done(ann.setPermissions("people/ann", 0711));
        denied(bob.list("people/ann"));
        done(bob.look("people/ann/notes"));
        assertEquals(Outcome.NOT_FOUND, bob.look("people/ann/nothing"));
    }

    @Test
    void aLinkLeadsNobodyFurther() {
        done(ann.setPermissions("people/ann", 0700));
        done(bob.link("people/bob/hers", "../ann/notes"));
        done(bob.link("people/bob/top", "/people/ann/notes"));
        denied(bob.read("people/bob/hers"));
        denied(bob.read("people/bob/top"));
        done(ann.read("people/bob/hers"));
        done(bob.readLink("people/bob/hers"));
    }

    @Test
    void whatIsOpenStaysAsItWasOpened() {
        done(bob.open("people/ann/notes", HANDLE));
        done(bob.open("people/ann", HANDLE + 1));
        done(ann.setPermissions("people/ann/notes", 0600));
        done(ann.setPermissions("people/ann", 0700));
        done(bob.read(HANDLE));
        denied(bob.write(HANDLE, 'b'));
        done(bob.list(HANDLE + 1));
        denied(bob.read("people/ann/notes"));
        denied(bob.files().open(HANDLE + 1, Texts.of("notes"), HANDLE));
        done(bob.read(HANDLE));
        done(ann.setPermissions("people/ann", 0755));
        done(ann.setPermissions("people/ann/notes", 0666));
        denied(bob.write(HANDLE, 'b'));
        done(bob.open("people/ann/notes", HANDLE));
        done(ann.setPermissions("people/ann/notes", 0));
        done(bob.write(HANDLE, 'b'));
        denied(ann.read("people/ann/notes"));
        done(ann.setPermissions("people/ann/notes", 0400));
        done(ann.read("people/ann/notes"));
        assertEquals('b', host.lastByte());
        done(bob.open("people/ann/notes", HANDLE));
        denied(bob.read(HANDLE));
    }

    @Test
    void theServersDeathChangesNothingOfThat() {
        done(bob.open("people/ann/notes", HANDLE));
        done(ann.setPermissions("people/ann/notes", 0600));
        FileUser given = bob.give("people", 7);
        done(system.files().sync());
        host.restart();
        done(bob.read(HANDLE));
        denied(bob.write(HANDLE, 'b'));
        denied(bob.read("people/ann/notes"));
        done(ann.write("people/ann/notes", 'c'));
        denied(given.read("ann/notes"));
        done(given.create("bob/x", false));
        assertEquals("0644 1002 2002", system.description("people/bob/x"));
        denied(bob.tryGiveAs("people", 8, ANN, STAFF));
        done(system.write("people/ann/notes", 'd'));
    }

    @Test
    void whatIsGivenOnIsTheSamePersons() {
        done(ann.setPermissions("people/ann/notes", 0600));
        denied(bob.tryGiveAs("people", 7, ANN, STAFF));
        denied(bob.tryGiveAs("people", 7, BOB, STAFF));
        denied(bob.tryGiveAs("people", 7, 0, 0));
        FileUser part = bob.give("people", 7);
        denied(part.read("ann/notes"));
        denied(part.tryGiveAs("", 7, ANN, STAFF));
        FileUser same = bob.giveAs("people", 8, BOB, GUESTS);
        denied(same.read("ann/notes"));
        FileUser file = bob.give("people/ann/notes", 9);
        denied(file.read(""));
        denied(file.write("", 'x'));
        denied(file.setPermissions("", 0666));
        FileUser hers = ann.give("people/ann/notes", 9);
        done(hers.read(""));
        FileUser all = system.give("people", 10);
        done(all.read("ann/notes"));
        assertNotNull(all.giveAs("ann", 1, ANN, STAFF));
        done(bob.takeBack(7));
        assertEquals(Outcome.NOT_OPEN, part.look(""));
    }

    /** What a giver had given by a number stays given when it may not give what it asks for. */
    @Test
    void whatMayNotBeGivenTakesNothingBack() {
        FileUser part = bob.give("people", 7);
        denied(bob.tryGiveAs("people", 7, ANN, STAFF));
        done(part.look("bob"));
    }

    @Test
    void whatIsOnlyReadStaysSo() {
        FileUser reader = system.giveAs("people", 7, true, ANN, STAFF);
        assertEquals(Outcome.READ_ONLY, reader.write("ann/notes", 'x'));
        assertEquals(Outcome.READ_ONLY, reader.setPermissions("ann/notes", 0));
        done(reader.look("ann/notes"));
        assertEquals(4, reader.allowed());
        done(ann.look("people/ann/notes"));
        assertEquals(6, ann.allowed());
        done(reader.read("ann/notes"));
        done(ann.setPermissions("people/ann/notes", 0200));
        denied(reader.read("ann/notes"));
    }

    @Test
    void thePersonWithNumberZeroIsOneAsAnyOther() {
        FileUser zero = system.giveAs("", 7, 0, 0);
        done(ann.setPermissions("people/ann", 0700));
        denied(zero.look("people/ann/notes"));
        denied(zero.setOwner("people/ann", 0, 0));
        denied(zero.setOwner("people", ANN, STAFF));
        done(zero.create("hers", false));
        assertEquals("0644 0 0", system.description("hers"));
    }

    @Test
    void theLargestNumbersArePersons() {
        FileUser last = system.giveAs("", 7, 0xFFFF_FFFFL, 0xFFFF_FFFEL);
        done(system.setPermissions("people", 0777));
        done(last.create("people/x", false));
        assertEquals("0644 4294967295 4294967294", system.description("people/x"));
        done(last.setPermissions("people/x", 0600));
        denied(ann.read("people/x"));
    }

    @Test
    void theBitsThatWouldLendAnIdentityDoNothingAndGo() {
        done(ann.setPermissions("people/ann/notes", 07755));
        assertEquals("7755 1001 2001", ann.description("people/ann/notes"));
        done(ann.write("people/ann/notes", 'x'));
        assertEquals("1755 1001 2001", ann.description("people/ann/notes"));
        done(system.setPermissions("people/ann/notes", 06755));
        done(ann.setOwner("people/ann/notes", ANN, STAFF));
        assertEquals("0755 1001 2001", ann.description("people/ann/notes"));
        done(system.setPermissions("people/ann/notes", 06755));
        done(ann.resize("people/ann/notes", 0));
        assertEquals("0755 1001 2001", ann.description("people/ann/notes"));
        done(system.setOwner("people/ann/notes", ANN, GUESTS));
        done(ann.setPermissions("people/ann/notes", 06755));
        assertEquals("4755 1001 2002", ann.description("people/ann/notes"));
        done(system.setPermissions("people/ann", 02755));
        done(ann.create("people/ann/x", false));
        assertEquals("0644 1001 2001", ann.description("people/ann/x"));
    }

    @Test
    void aNameMoreIsGivenOnlyToWhatOneMayUse() {
        done(system.setPermissions("people/bob", 0777));
        done(ann.setPermissions("people/ann/notes", 0644));
        denied(bob.addName("people/ann/notes", "people/bob/notes"));
        done(ann.addName("people/ann/notes", "people/bob/hers"));
        done(ann.setPermissions("people/ann/notes", 0606));
        done(bob.addName("people/ann/notes", "people/bob/notes"));
        done(ann.link("people/ann/link", "x"));
        done(ann.setPermissions("people/ann/notes", 0));
        done(ann.addName("people/bob/hers", "people/ann/again"));
        denied(bob.read("people/bob/notes"));
    }

    /** The top of a tree is never opened: it is looked at each time. */
    @Test
    void theTopOfATreeIsAsItIs() {
        FileUser hers = system.giveAs("people/bob", 7, ANN, STAFF);
        done(hers.list(TOP));
        denied(hers.files().create(TOP, Texts.of("x"), false));
        denied(hers.files().setPermissions(TOP, 0777));
        denied(hers.files().touch(TOP));
        done(bob.setPermissions("people/bob", 0733));
        denied(hers.list(TOP));
        done(hers.files().touch(TOP));
        done(hers.files().create(TOP, Texts.of("x"), false));
        done(bob.setPermissions("people/bob", 0));
        denied(hers.look("x"));
        done(hers.look(""));
        assertNotNull(host.given(hers.files().give(TOP, 1, false, Capability.at(1))));
        done(system.list("people/bob"));
        done(system.create("people/bob/y", false));
    }
}
