package peaberry.fullscreen.edit;

import java.io.IOException;
import peaberry.fullscreen.terminal.Event;
import peaberry.fullscreen.terminal.FullScreen;
import peaberry.fullscreen.terminal.Glyph;
import peaberry.fullscreen.terminal.Key.Modifier;
import peaberry.fullscreen.terminal.Key;
import peaberry.fullscreen.terminal.Prompt;

/** Has somebody change a text, and does what keys say. */
final class Editor {

    private final FullScreen terminal;
    private final TextBuffer text;
    private final Changes changes;
    private final EditedFile file;
    private final EditorView view;
    private final Prompt prompt;
    private final Saving saving;
    private final Finding finding;
    private Position cursor = Position.START;
    /** The cell that the cursor is to be in when it goes up and down; -1 for where it is. */
    private int wantedCell = -1;
    private String message = "";
    /** Lines that were cut or copied, each with its end; whether the key before did that, so that the next adds to it. */
    private String clip = "";
    private boolean isClipping;
    private boolean isOver;

    Editor(FullScreen terminal, TextBuffer text, EditedFile file) {
        this.terminal = terminal;
        this.text = text;
        this.file = file;
        changes = new Changes(text);
        view = new EditorView(terminal.screen(), text);
        prompt = new Prompt(terminal, this::draw);
        saving = new Saving(file, text, changes, prompt);
        finding = new Finding(text, changes, prompt);
    }

    void toggleNumbers() {
        view.toggleNumbers();
    }

    /** Returns when somebody wants to leave. */
    void run() throws IOException {
        message = file.isReadOnly() ? "this file can only be read" : file.hasReturns() ? "the lines of this file end with carriage returns, which is kept" : "";
        while (!isOver) {
            if (!terminal.isWaiting()) {
                draw();
            }
            switch (terminal.next()) {
                case Event.Closed closed -> throw new IOException("the terminal is gone");
                case Event.Size size -> { }
                case Key key -> {
                    message = "";
                    try {
                        press(key);
                    } catch (OutOfMemoryError full) {
                        message = "there is not enough memory for that";
                    }
                }
            }
        }
    }

    private void draw() {
        String name = file.name().isEmpty() ? "no name yet" : file.name();
        String state = (file.isNew() ? " [new]" : file.isReadOnly() ? " [read-only]" : "") + (changes.areSaved() ? "" : " [changed]");
        view.draw(cursor, name + state, message);
    }

    private void press(Key key) throws IOException {
        boolean wasClipping = isClipping;
        isClipping = false;
        int cell = wantedCell;
        wantedCell = -1;
        if (key.isText()) {
            put(key.text());
            return;
        }
        switch (key.name()) {
            case ENTER -> put("\n");
            case TAB -> put("\t");
            case BACKSPACE -> erase(text.before(cursor), cursor);
            case DELETE -> erase(cursor, text.behind(cursor));
            case CONTROL -> control(key, wasClipping);
            case CHARACTER -> {
                if (key.modifier() == Modifier.ALT && Character.toLowerCase(key.code()) == 'n') {
                    view.toggleNumbers();
                } else {
                    unknown();
                }
            }
            default -> {
                changes.close();
                move(key, cell);
            }
        }
    }

    private void unknown() {
        message = "that key does nothing here";
    }

    private void control(Key key, boolean wasClipping) throws IOException {
        changes.close();
        switch (key.code()) {
            case 'S' -> message = saving.save();
            case 'O' -> message = saving.saveAs();
            case 'X', 'Q' -> isOver = saving.mayLeave();
            case 'F', 'W' -> found(finding.ask(cursor));
            case 'N' -> found(finding.next(cursor));
            case 'R', '\\' -> found(finding.replace(cursor, this::show));
            case 'G', '_' -> goToLine();
            case 'K' -> clip(wasClipping, true);
            case 'C' -> clip(wasClipping, false);
            case 'U', 'V' -> paste();
            case 'Z' -> back(changes.undo(), "there is nothing to take back");
            case 'Y' -> back(changes.redo(), "there is nothing to make again");
            case 'A' -> cursor = new Position(cursor.line(), 0);
            case 'E' -> cursor = new Position(cursor.line(), text.line(cursor.line()).length());
            case 'D' -> erase(cursor, text.behind(cursor));
            case 'L' -> terminal.refresh();
            default -> unknown();
        }
        message = message.isEmpty() ? saving.failure() : message;
    }

    private void show(Position where, String what) throws IOException {
        cursor = where;
        message = what;
        draw();
    }

    private void found(Position where) {
        message = finding.message();
        cursor = where == null ? within(cursor) : where;
    }

    private void back(Position where, String nothing) {
        message = where == null ? nothing : "";
        cursor = where == null ? cursor : where;
    }

    private Position within(Position position) {
        int line = Math.min(position.line(), text.lineCount() - 1);
        return new Position(line, Math.min(position.column(), text.line(line).length()));
    }

    private void put(String what) {
        cursor = changes.replace(cursor, cursor, what, cursor);
    }

    private void erase(Position from, Position to) {
        if (!from.equals(to)) {
            cursor = changes.replace(from, to, "", cursor);
        }
    }

    private void move(Key key, int cell) {
        boolean isFar = key.modifier() == Modifier.CONTROL;
        switch (key.name()) {
            case LEFT -> cursor = isFar ? wordBefore() : text.before(cursor);
            case RIGHT -> cursor = isFar ? wordBehind() : text.behind(cursor);
            case HOME -> cursor = isFar ? Position.START : new Position(cursor.line(), 0);
            case END -> cursor = isFar ? text.end() : new Position(cursor.line(), text.line(cursor.line()).length());
            case UP -> goTo(cursor.line() - 1, cell);
            case DOWN -> goTo(cursor.line() + 1, cell);
            case PAGE_UP -> goTo(cursor.line() - Math.max(1, view.height() - 1), cell);
            case PAGE_DOWN -> goTo(cursor.line() + Math.max(1, view.height() - 1), cell);
            default -> unknown();
        }
    }

    private void goTo(int line, int cell) {
        wantedCell = cell < 0 ? Glyph.width(text.line(cursor.line()), cursor.column()) : cell;
        int there = Math.max(0, Math.min(line, text.lineCount() - 1));
        String content = text.line(there);
        int column = 0;
        int at = 0;
        while (column < content.length() && at < wantedCell) {
            int point = content.codePointAt(column);
            at += Glyph.width(point, at);
            column += at > wantedCell ? 0 : Character.charCount(point);
        }
        cursor = new Position(there, column);
    }

    private boolean isInWord(Position position) {
        String line = text.line(position.line());
        return position.column() < line.length() && Character.isLetterOrDigit(line.codePointAt(position.column()));
    }

    private Position wordBefore() {
        Position at = text.before(cursor);
        while (!isInWord(at) && !at.equals(Position.START)) {
            at = text.before(at);
        }
        while (!at.equals(Position.START) && isInWord(text.before(at))) {
            at = text.before(at);
        }
        return at;
    }

    private Position wordBehind() {
        Position at = cursor;
        Position end = text.end();
        while (isInWord(at)) {
            at = text.behind(at);
        }
        while (!isInWord(at) && !at.equals(end)) {
            at = text.behind(at);
        }
        return at;
    }

    private void goToLine() throws IOException {
        String typed = prompt.line("Go to line: ", "");
        if (typed == null || typed.isEmpty()) {
            return;
        }
        int line = number(typed);
        if (line <= 0) {
            message = "not the number of a line: " + typed;
        } else {
            goTo(line - 1, 0);
        }
    }

    /** Puts the cursor into a line, counted from 1. */
    void goToLine(int line) {
        goTo(line - 1, 0);
    }

    /** A number in decimal; 0 if it is none, or too large. */
    static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > 99_999_999) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private void clip(boolean isMore, boolean isCut) {
        int line = cursor.line();
        boolean isLast = line + 1 == text.lineCount();
        if (isLast && text.line(line).isEmpty()) {
            message = "there is no line";
            isClipping = isMore;
            return;
        }
        clip = (isMore ? clip : "") + text.line(line) + "\n";
        isClipping = true;
        Position start = new Position(line, 0);
        Position end = isLast ? text.end() : new Position(line + 1, 0);
        if (isCut) {
            cursor = changes.replace(start, end, "", cursor);
        } else {
            cursor = end;
        }
    }

    private void paste() {
        if (clip.isEmpty()) {
            message = "nothing was cut or copied";
            return;
        }
        Position start = new Position(cursor.line(), 0);
        cursor = changes.replace(start, start, clip, cursor);
        changes.close();
    }
}
