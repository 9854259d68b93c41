package peaberry.fullscreen.edit;

import java.io.IOException;
import peaberry.fullscreen.terminal.Prompt;

/** Finds a text within lines, exactly as it was typed, and puts another in its place where that is wanted. */
final class Finding {

    private final TextBuffer text;
    private final Changes changes;
    private final Prompt prompt;
    private String wanted = "";
    private String substitute = "";
    private String message = "";

    Finding(TextBuffer text, Changes changes, Prompt prompt) {
        this.text = text;
        this.changes = changes;
        this.prompt = prompt;
    }

    /** Shows a place. */
    interface Showing {

        void show(Position where, String message) throws IOException;
    }

    /** What is to be said of the last search. */
    String message() {
        return message;
    }

    /** @return where it is found; null if it is not */
    Position ask(Position cursor) throws IOException {
        message = "";
        String typed = prompt.line("Find: ", wanted);
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        wanted = typed;
        return next(cursor);
    }

    /** The next place behind the cursor, or from the beginning on. @return null if there is none */
    Position next(Position cursor) {
        message = wanted.isEmpty() ? "nothing was searched yet" : "";
        if (wanted.isEmpty()) {
            return null;
        }
        Position found = text.find(wanted, text.behind(cursor));
        if (found == null) {
            found = text.find(wanted, Position.START);
            message = found == null ? "not found: " + wanted : "found from the beginning on";
        }
        return found;
    }

    /** Asks at each place from the cursor to the end. @return where the cursor is to be; null for where it is */
    Position replace(Position cursor, Showing showing) throws IOException {
        message = "";
        String typed = prompt.line("Replace: ", wanted);
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        String put = prompt.line("With: ", substitute);
        if (put == null) {
            return null;
        }
        wanted = typed;
        substitute = put;
        int count = 0;
        char answer = 'n';
        Position last = null;
        for (Position found = text.find(wanted, cursor); found != null && answer != 0 && answer != 'q'; ) {
            if (answer != 'a') {
                showing.show(found, "");
                answer = prompt.choice("Replace this one? (y/n, a for all, q to end) ", "ynaq");
            }
            Position behind = new Position(found.line(), found.column() + wanted.length());
            if (answer == 'y' || answer == 'a') {
                behind = count == 0 ? changes.replace(found, behind, put, cursor) : changes.replaceAlso(found, behind, put, cursor);
                count++;
                last = behind;
            }
            found = answer == 0 || answer == 'q' ? null : text.find(wanted, behind);
        }
        changes.close();
        message = count == 0 ? "nothing was replaced" : count == 1 ? "replaced once" : "replaced " + count + " times";
        return last;
    }
}
