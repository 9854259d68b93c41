package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People at the console of the guest: tests/src/test/systems/people. */
class PeopleTest {

    private static final Pattern PROMPT = Pattern.compile("\\$ ");
    private static final String FIRST = "correct horse";
    private static final String SECOND = "battery staple";
    private static final String BOBS = "grüner Tee";
    private static final String WRONG = "The name or the password is wrong. The next attempt can be made in ";

    @TempDir
    private Path folder;

    private ConsoleSession session;

    private ConsoleSession boot(TestSystem system, String... options) throws IOException {
        return ConsoleSession.run(Machine.Q35, Stream.concat(Stream.of("--memory", "256M", "--system", system.folder().toString()), Stream.of(options)).toArray(String[]::new));
    }

    private void prints(String expected, String command) throws IOException, InterruptedException {
        assertEquals(expected, session.enter(command, PROMPT).replace("\r\n", "\n"), command);
    }

    private void answer(String question, String answer) throws IOException, InterruptedException {
        session.expect(question);
        session.type(answer + ConsoleSession.ENTER);
    }

    private void logIn(String name, String password) throws IOException, InterruptedException {
        answer("login: ", name);
        answer("password: ", password);
    }

    private void leave() throws IOException {
        session.type("exit" + ConsoleSession.ENTER);
    }

    @Test
    void peopleLogInAndAreGrantedWhatTheyMay() throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("people", folder);
        String[] disk = {"--disk", folder.resolve("disk.img").toString()};
        try (ConsoleSession first = boot(system, disk)) {
            session = first;
            makeTheFirstAccount();
            grantAndGiveBack();
            changeThePassword();
            addBob();
            bobHasLess();
            session.expect("login: ");
            session.type("\4");
            assertEquals(0, session.status(), session.errors());
            assertShowsNoPassword();
        }
        try (ConsoleSession second = boot(system, disk)) {
            session = second;
            guessAndWait();
            session.expect("$ ");
            prints("ann /home/ann\n", "echo $USER $HOME");
            prints("", "grant machine");
            leave();
            session.expect("login: ");
            session.type("\4");
            assertEquals(0, session.status(), session.errors());
            assertShowsNoPassword();
        }
    }

    private void makeTheFirstAccount() throws IOException, InterruptedException {
        session.expect("There is no account yet.");
        answer("name: ", "Ann");
        answer("name: ", "ann");
        answer("new password: ", "short");
        session.expect("at least 8 characters");
        answer("new password: ", FIRST);
        answer("once more: ", FIRST + "\b" + "x");
        session.expect("two different ones");
        answer("new password: ", "x\u0015" + FIRST);
        answer("once more: ", FIRST);
        session.expect("$ ");
        prints("ann /home/ann /home/ann\n", "echo $USER $HOME $PWD");
        prints("", "echo hers > note");
        prints("hers\n", "cat /home/ann/note");
        prints("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n", "vectors");
        prints("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  -\n", "printf abc | sha256sum");
        prints("note: OK\n", "sha256sum note | sha256sum -c");
    }

    private void grantAndGiveBack() throws IOException, InterruptedException {
        prints("supervision     may be granted\nmachine         may be granted\nkeeping         may be granted\nprograms        may be granted\npeople          may be granted\n", "grant");
        assertTrue(session.enter("grant power", PROMPT).endsWith(": grant: power: there is nothing of that name; grant lists what there is\r\n"));
        prints("1\n", "echo $?");
        prints("", "grant supervision machine");
        prints("supervision     granted\nmachine         granted\nkeeping         may be granted\nprograms        may be granted\npeople          may be granted\n", "grant | cat");
        prints("", "grant -r machine");
        prints("machine         may be granted\n", "grant | grep machine");
        prints("people: the capability people was not given\n", "people");
        prints("ann logged in\nann granted supervision\nann granted machine\nann gave back machine\n", "cut -d ' ' -f 3- /var/log/administration");
    }

    private void changeThePassword() throws IOException, InterruptedException {
        session.type("passwd\r");
        answer("old password: ", SECOND);
        session.expect("passwd: the password is wrong");
        session.expect("$ ");
        session.type("passwd\r");
        session.expect("old password: ");
        session.type("\3");
        session.expect("^C");
        session.expect("$ ");
        session.type("passwd\r");
        answer("old password: ", FIRST);
        answer("new password: ", SECOND);
        answer("once more: ", SECOND);
        session.expect("$ ");
    }

    private void addBob() throws IOException, InterruptedException {
        prints("", "grant people");
        session.type("people add bob\r");
        answer("new password: ", BOBS);
        answer("once more: ", BOBS);
        session.expect("$ ");
        prints("", "people may bob machine ping");
        prints("ann 1000 /home/ann *\nbob 1001 /home/bob machine ping\n", "people");
        prints("people: ann: somebody has that name\n", "people add ann");
        leave();
    }

    private void bobHasLess() throws IOException, InterruptedException {
        answer("login: ", "bob");
        session.expect("password: ");
        session.type(FIRST + "\3");
        logIn("bob", BOBS);
        session.expect("$ ");
        prints("bob /home/bob\n", "echo $USER $PWD");
        prints("supervision     no\nmachine         may be granted\nkeeping         no\nprograms        no\npeople          no\n", "grant");
        assertTrue(session.enter("cat /home/ann/note", PROMPT).contains("permission denied"));
        assertTrue(session.enter("cat /etc/people/ann/account", PROMPT).contains("permission denied"));
        prints("2\n", "echo 2 > /tmp/two; cat /tmp/two");
        prints("", "grant machine");
        assertTrue(session.enter("grant supervision", PROMPT).contains("grant: supervision: your account does not allow it"));
        prints("ann logged out\nbob logged in\nbob granted machine\nbob was refused supervision\n", "cut -d ' ' -f 3- /var/log/administration | tail -n 4");
        leave();
    }

    /** Each failure makes the next one wait longer, whether it is a wrong password or a name that nobody has. */
    private void guessAndWait() throws IOException, InterruptedException {
        logIn("ann", FIRST);
        session.expect(WRONG + "1 s.");
        long start = System.nanoTime();
        logIn("ann", BOBS);
        session.expect(WRONG + "2 s.");
        logIn("nobody", FIRST);
        session.expect(WRONG + "4 s.");
        logIn("ann", SECOND);
        assertTrue(System.nanoTime() - start > 6_500_000_000L, "nobody waited");
    }

    private void assertShowsNoPassword() throws InterruptedException {
        String output = session.output();
        for (String password : List.of(FIRST, SECOND, "horse", "staple", "Tee")) {
            assertFalse(output.contains(password), output);
        }
    }

    /** A program that fails in the midst of saying that somebody may enter has let nobody in, and that counts as a failure. */
    @Test
    void whatAFailedLogInSaidIsNotBelieved() throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("people", folder);
        Files.writeString(system.folder().resolve("system.toml"), system.declaration().replace("login = \"peaberry.people.Main\"", "login = \"people.Crash\""));
        try (ConsoleSession crashing = boot(system)) {
            String output = crashing.expect("Nobody was let in. The next attempt can be made in 2 s.");
            assertFalse(output.contains("$ "), output);
            assertTrue(output.contains("login failed: status 1\r\nNobody was let in. The next attempt can be made in 1 s."), output);
        }
    }

    /** There is neither a disk nor a source of random numbers. */
    @Test
    void withoutRandomNumbersThereIsNoAccount() throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("people", folder);
        try (ConsoleSession poor = boot(system)) {
            String output = poor.expect("Nobody was let in. The next attempt can be made in 2 s.");
            assertTrue(output.contains("login: there is no source of random numbers, without which no password can be kept"), output);
            assertFalse(output.contains("name: "), output);
        }
    }
}
