package peaberry.interactive;

/** A search backwards in the history, for a text that grows as it is typed. */
final class Search {

    private final History history;
    private String text = "";
    private int found;
    private boolean hasFailed;

    Search(History history) {
        this.history = history;
        found = history.size();
    }

    /** The line that was found last, or {@code otherwise}. */
    String line(String otherwise) {
        return found < history.size() ? history.get(found) : otherwise;
    }

    /** Where the text is in the line. */
    int place(String line) {
        int place = line.indexOf(text);
        return place < 0 ? line.length() : place;
    }

    String prompt() {
        return (hasFailed ? "(no such line) '" : "(search) '") + text + "': ";
    }

    void type(String more) {
        text += more;
        look(found + 1);
    }

    void erase() {
        if (!text.isEmpty()) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
            look(history.size());
        }
    }

    /** Looks for an earlier one. */
    void further() {
        look(found);
    }

    private void look(int before) {
        int next = text.isEmpty() ? -1 : history.find(text, before);
        hasFailed = next < 0 && !text.isEmpty();
        found = next < 0 ? found : next;
    }
}
