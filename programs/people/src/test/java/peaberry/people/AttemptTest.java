package peaberry.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Salts SALTS = () -> new byte[PasswordHash.SALT_BYTES];

    private final MemoryFolder folder = new MemoryFolder();
    private final Accounts accounts = new Accounts(folder);

    /** Somebody who types, and what is shown. */
    private static final class Typed implements Screen {

        private final byte[] keys;
        private int next;
        private final StringBuilder shown = new StringBuilder();

        Typed(String keys) {
            this.keys = keys.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int key() {
            return next < keys.length ? keys[next++] & 0xFF : END;
        }

        @Override
        public void show(String text) {
            shown.append(text);
        }
    }

    @BeforeEach
    void ann() throws IOException {
        accounts.add("ann", List.of("ping"), PasswordHash.of(new Secret("correct horse".getBytes(StandardCharsets.UTF_8)), SALTS.next()));
    }

    private Verdict run(Typed typed) throws IOException {
        return new Attempt(accounts, new Dialogue(typed), SALTS).run();
    }

    @Test
    void whoKnowsThePasswordIsAcceptedAndNothingOfItIsShown() throws IOException {
        Typed typed = new Typed("ann\rcorrect horse\r");
        assertEquals("accepted\nann\n1000\n/home/ann\nping\n", run(typed).text());
        assertEquals("login: ann\npassword: \n", typed.shown.toString());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() throws IOException {
        Typed wrong = new Typed("ann\rcorrect horsf\r");
        assertEquals("refused\nann\n", run(wrong).text());
        Typed unknown = new Typed("bob\rcorrect horse\r");
        assertEquals("refused\nbob\n", run(unknown).text());
        assertEquals(wrong.shown.toString(), unknown.shown.toString().replace("bob", "ann"));
        assertEquals("refused\n\n", run(new Typed("../ann\rcorrect horse\r")).text());
    }

    @Test
    void linesAreCorrectedAndCancelled() throws IOException {
        Typed typed = new Typed("\r\nbob\u0015an\u00e4\u007fx\bn\rcorrect hoä\u007frse\r");
        assertEquals("accepted\nann\n1000\n/home/ann\nping\n", run(typed).text());
        Typed cancelled = new Typed("ann\rwrong\u0003ann\rx\u0015\u0004ann\rwrong\u0015correct horse\r");
        assertEquals("accepted\nann\n1000\n/home/ann\nping\n", run(cancelled).text());
        assertEquals("login: ann\npassword: ^C\nlogin: ann\npassword: \nlogin: ann\npassword: \n", cancelled.shown.toString());
    }

    @Test
    void nobodyEndsIt() throws IOException {
        assertEquals("ended\n", run(new Typed("\u0004")).text());
        assertEquals("ended\n", run(new Typed("ann\rhalf a pass")).text());
    }

    @Test
    void whatIsTypedIsLimited() throws IOException {
        assertEquals("refused\n\n", run(new Typed("x".repeat(10_000) + "\r" + "y".repeat(10_000) + "\r")).text());
        Typed controls = new Typed("\u001b[2Jann\r\u0007correct horse\r");
        assertEquals("refused\n\n", run(controls).text());
        assertFalse(controls.shown.toString().contains("\u001b"));
    }

    @Test
    void theFirstAccountIsMadeWithAPasswordThatWasTypedTwice() throws IOException {
        folder.files.clear();
        Typed typed = new Typed("Bob\rbob\rshort\rlong enough\rlong enougi\rlong enough\rlong enough\r");
        assertEquals("accepted\nbob\n1000\n/home/bob\n*\n", run(typed).text());
        String shown = typed.shown.toString();
        assertTrue(shown.startsWith("There is no account yet. "), shown);
        assertTrue(shown.contains("a password has at least 8 characters\n") && shown.contains("these were two different ones\n"), shown);
        assertFalse(shown.contains("long") || shown.contains("short"), shown);
        assertTrue(accounts.password("bob").hash().isOf(new Secret("long enough".getBytes(StandardCharsets.UTF_8))));
        assertFalse(accounts.password("bob").hash().isOf(new Secret("long enougi".getBytes(StandardCharsets.UTF_8))));
    }

    /** Who asks for the name of the first one last is not the first one any more. */
    @Test
    void ofTwoFirstAccountsTheLaterIsNone() throws IOException {
        folder.files.clear();
        Typed typed = new Typed("bob\rlong enough\rlong enough\rann\rcorrect horse\r");
        Salts annIsFaster = () -> {
            ann();
            return SALTS.next();
        };
        assertEquals("accepted\nann\n1000\n/home/ann\nping\n", new Attempt(accounts, new Dialogue(typed), annIsFaster).run().text());
        assertTrue(typed.shown.toString().contains("meanwhile"), typed.shown.toString());
        assertEquals(List.of("ann"), accounts.names());
    }

    @Test
    void withoutRandomNumbersNoAccountIsMade() {
        folder.files.clear();
        Typed typed = new Typed("bob\rlong enough\rlong enough\r");
        assertThrows(IOException.class, () -> new Attempt(accounts, new Dialogue(typed), () -> {
            throw new IOException("none");
        }).run());
        assertTrue(folder.files.isEmpty());
    }
}
