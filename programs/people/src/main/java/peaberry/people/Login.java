package peaberry.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import peaberry.people.Verdict.Refused;
import peaberry.stream.ByteStream;
import peaberry.stream.StandardStream;

/**
 * One attempt to log in, at a terminal that passes on keys. It has the terminal's streams, the folder of accounts as {@code people}, a source of random numbers, and {@code verdict}, where it says
 * what came of it. How long the next attempt has to wait is the affair of whoever starts it, and so it is not lost here.
 */
final class Login {

    /** The exit status if no attempt could be made. */
    private static final int FAILED = 1;

    private Login() {
    }

    /** @return the exit status */
    static int run() {
        Screen screen = new GivenScreen();
        Dialogue dialogue = new Dialogue(screen);
        try {
            Verdict verdict = new Attempt(new Accounts(new GivenFolder(Names.PEOPLE)), dialogue, new EntropySalts()).run();
            byte[] text = verdict.text().getBytes(StandardCharsets.ISO_8859_1);
            if (new StandardStream(Names.VERDICT, Names.VERDICT + StandardStream.FILE).write(text, 0, text.length) != ByteStream.Outcome.DONE) {
                throw new IOException("nobody hears who logged in");
            }
            return verdict instanceof Refused ? FAILED : 0;
        } catch (IOException failure) {
            System.err.println("login: " + failure.getMessage());
            return FAILED;
        }
    }
}
