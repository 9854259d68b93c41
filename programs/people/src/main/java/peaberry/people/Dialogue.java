package peaberry.people;

import java.io.IOException;
import peaberry.people.LineEntry.Echo;
import peaberry.people.LineEntry.Event;

/** Questions to whoever sits at a screen. */
final class Dialogue {

    private static final int RETURN = '\r';
    private static final int LINE_FEED = '\n';
    private static final int LEAST_CHARACTERS = 8;

    private final Screen screen;
    private boolean wasReturn;

    Dialogue(Screen screen) {
        this.screen = screen;
    }

    /** There was no answer. */
    static final class NoAnswer extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean isEnd;

        private NoAnswer(boolean isEnd) {
            super(isEnd ? "nobody answers" : "interrupted");
            this.isEnd = isEnd;
        }

        /** Whether that was Ctrl-D, or there is nobody, and not Ctrl-C. */
        boolean isEnd() {
            return isEnd;
        }
    }

    void say(String line) throws IOException {
        screen.show(line + "\n");
    }

    /** Asks for what may be seen. */
    String ask(String question) throws IOException, NoAnswer {
        LineEntry entry = new LineEntry(Echo.SHOWN);
        enter(question, entry);
        return entry.takeText();
    }

    /** Asks for what may not. */
    Secret askSecret(String question) throws IOException, NoAnswer {
        LineEntry entry = new LineEntry(Echo.HIDDEN);
        enter(question, entry);
        return entry.takeSecret();
    }

    private void enter(String question, LineEntry entry) throws IOException, NoAnswer {
        screen.show(question);
        Event event = Event.NONE;
        while (event == Event.NONE) {
            int key = screen.key();
            boolean isSecondOfPair = wasReturn && key == LINE_FEED;
            wasReturn = key == RETURN;
            if (!isSecondOfPair) {
                event = key == Screen.END ? Event.END : entry.type(key);
                screen.show(entry.takeShown());
            }
        }
        if (event != Event.DONE) {
            entry.clear();
            screen.show(event == Event.END ? "\n" : "");
            throw new NoAnswer(event == Event.END);
        }
    }

    /** Asks for a new password, twice, until it will do. */
    Secret askNewPassword() throws IOException, NoAnswer {
        for (;;) {
            Secret first = askSecret("new password: ");
            if (first.characters() < LEAST_CHARACTERS) {
                first.close();
                say("a password has at least " + LEAST_CHARACTERS + " characters");
                continue;
            }
            try (Secret second = askSecret("once more: ")) {
                if (first.sameAs(second)) {
                    return first;
                }
                first.close();
                say("these were two different ones");
            } catch (NoAnswer none) {
                first.close();
                throw none;
            }
        }
    }
}
