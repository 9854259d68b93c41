package peaberry.interactive;

import java.util.function.Predicate;

/**
 * Makes a command of keys, and says what the terminal is to show. A command may have several rows: Enter ends it when it is complete, and begins a further row otherwise. What is pasted is text, whatever it is.
 */
final class Editor {

    /** What a key has led to. */
    enum Event {
        /** The command goes on. */
        NONE, FINISHED,
        /** It was given up. */
        ABANDONED,
        /** The end of input was asked for where nothing was typed. */
        END_OF_INPUT
    }

    private final History history;
    private final Completer completer;
    private final Predicate<String> isIncomplete;
    private final Painter painter = new Painter();
    private final Line line = new Line();
    private String prompt = "";
    private String further = "";
    private int columns = 80;
    private int height = 24;

    /** Which line of the history is shown; its size when it is the one that is being written. */
    private int recalled;
    private String draft = "";
    private Search search;
    private boolean isPasting;
    private boolean wasTab;

    /** @param isIncomplete whether a command has to go on */
    Editor(History history, Completer completer, Predicate<String> isIncomplete) {
        this.history = history;
        this.completer = completer;
        this.isIncomplete = isIncomplete;
    }

    /** How large the terminal is, at least 2 by 2. */
    void resize(int newColumns, int newRows) {
        columns = Math.max(2, newColumns);
        height = Math.max(2, newRows);
    }

    /** Starts a new command and shows the prompt, at the start of a row. @param further the prompt of further rows */
    void begin(String newPrompt, String newFurther) {
        prompt = newPrompt;
        further = newFurther;
        line.set("");
        recalled = history.size();
        search = null;
        isPasting = false;
        wasTab = false;
        painter.begin();
        paint();
    }

    /** What was typed. */
    String text() {
        return line.text();
    }

    /** What is to be printed since this was asked last. */
    String output() {
        return painter.take();
    }

    Event press(int key) {
        Event event = isPasting ? paste(key) : search != null ? search(key) : edit(key);
        wasTab = key == Key.TAB && !isPasting;
        if (event == Event.NONE && !isPasting) {
            paint();
        }
        return event;
    }

    private void paint() {
        Layout layout = new Layout(columns);
        layout.addPrompt(search == null ? prompt : search.prompt());
        layout.addText(line.text(), line.cursor(), further);
        painter.paint(layout, height);
    }

    private Event leave(Event event) {
        line.moveTo(line.text().length());
        search = null;
        paint();
        painter.print(event == Event.ABANDONED ? "^C" : "");
        painter.end();
        return event;
    }

    private Event paste(int key) {
        if (key == Key.PASTE_END) {
            isPasting = false;
        } else if (key == Key.ENTER) {
            line.insert("\n");
        } else if (key == Key.TAB || Key.isPrintable(key)) {
            line.insert(Key.text(key));
        }
        return Event.NONE;
    }

    private Event edit(int key) {
        if (Key.isPrintable(key)) {
            line.insert(Key.text(key));
            return Event.NONE;
        }
        if (key == Key.CONTROL_D && line.isEmpty()) {
            return leave(Event.END_OF_INPUT);
        }
        return switch (key) {
            case Key.ENTER -> enter();
            case Key.CONTROL_C -> leave(Event.ABANDONED);
            case Key.TAB -> complete();
            case Key.PASTE -> {
                isPasting = true;
                yield Event.NONE;
            }
            case Key.CONTROL_R -> {
                search = new Search(history);
                draft = line.text();
                yield Event.NONE;
            }
            case Key.CONTROL_L -> {
                painter.clear();
                yield Event.NONE;
            }
            default -> {
                if (!move(key)) {
                    change(key);
                }
                yield Event.NONE;
            }
        };
    }

    /** @return whether the key moves the cursor, or to another line */
    private boolean move(int key) {
        switch (key) {
            case Key.LEFT, Key.CONTROL_B -> line.left();
            case Key.RIGHT, Key.CONTROL_F -> line.right();
            case Key.HOME, Key.CONTROL_A -> line.moveTo(line.rowStart());
            case Key.END, Key.CONTROL_E -> line.moveTo(line.rowEnd());
            case Key.WORD_LEFT, Key.ALT + 'b' -> line.wordLeft();
            case Key.WORD_RIGHT, Key.ALT + 'f' -> line.wordRight();
            case Key.UP, Key.CONTROL_P -> {
                if (!line.moveRow(-1)) {
                    recall(recalled - 1);
                }
            }
            case Key.DOWN, Key.CONTROL_N -> {
                if (!line.moveRow(1)) {
                    recall(recalled + 1);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void change(int key) {
        switch (key) {
            case Key.BACKSPACE, Key.RUBOUT -> line.deleteBackward();
            case Key.DELETE, Key.CONTROL_D -> line.deleteForward();
            case Key.CONTROL_K -> line.cutToEnd();
            case Key.CONTROL_U -> line.cutToStart();
            case Key.CONTROL_W -> line.cutArgumentLeft();
            case Key.ALT + 'd' -> line.cutWordRight();
            case Key.ALT + Key.RUBOUT, Key.ALT + Key.BACKSPACE -> line.cutWordLeft();
            case Key.CONTROL_Y -> line.paste();
            case Key.CONTROL_T -> line.transpose();
            default -> { } // any other key does nothing
        }
    }

    private Event enter() {
        if (isIncomplete.test(line.text() + "\n")) {
            line.moveTo(line.text().length());
            line.insert("\n");
            return Event.NONE;
        }
        return leave(Event.FINISHED);
    }

    private void recall(int index) {
        if (index < 0 || index > history.size()) {
            return;
        }
        if (recalled >= history.size()) {
            draft = line.text();
        }
        recalled = index;
        line.set(index == history.size() ? draft : history.get(index));
    }

    private Event search(int key) {
        if (Key.isPrintable(key)) {
            search.type(Key.text(key));
        } else if (key == Key.CONTROL_R) {
            search.further();
        } else if (key == Key.BACKSPACE || key == Key.RUBOUT) {
            search.erase();
        } else if (key == Key.CONTROL_G || key == Key.CONTROL_C) {
            line.set(draft);
            search = null;
            return Event.NONE;
        } else {
            search = null;
            return edit(key);
        }
        line.set(search.line(draft));
        line.moveTo(search.place(line.text()));
        return Event.NONE;
    }

    private Event complete() {
        Completion completion = completer.complete(line.text().substring(0, line.cursor()));
        if (completion.candidates().isEmpty()) {
            return Event.NONE;
        }
        String typed = line.text().substring(completion.start(), line.cursor());
        String common = completion.common();
        if (completion.candidates().size() == 1) {
            line.replace(completion.start(), line.cursor(), common + completion.ending());
        } else if (common.length() > typed.length()) {
            line.replace(completion.start(), line.cursor(), common);
        } else if (wasTab) {
            list(completion);
        }
        return Event.NONE;
    }

    /** Below the command, which then is shown again. */
    private void list(Completion completion) {
        int cursor = line.cursor();
        line.moveTo(line.text().length());
        paint();
        painter.end();
        painter.print(Columns.of(completion.shown(), columns));
        line.moveTo(cursor);
    }
}
