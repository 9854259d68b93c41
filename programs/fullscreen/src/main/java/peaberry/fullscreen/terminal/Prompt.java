package peaberry.fullscreen.terminal;

import java.io.IOException;

/** Asks for a line at the bottom of the screen. */
public final class Prompt {

    private final FullScreen terminal;
    private final Picture picture;

    /** What is above the prompt. */
    public interface Picture {

        /** Draws all of it. */
        void draw() throws IOException;
    }

    public Prompt(FullScreen terminal, Picture picture) {
        this.terminal = terminal;
        this.picture = picture;
    }

    /** Has a line typed. @param before what it is to be at first @return null if that was given up with Ctrl-C or Escape */
    public String line(String question, String before) throws IOException {
        StringBuilder typed = new StringBuilder(before);
        for (;;) {
            show(question, typed);
            switch (terminal.next()) {
                case Event.Closed closed -> throw new IOException("the terminal is gone");
                case Key key when isCancel(key) -> {
                    return null;
                }
                case Key key when key.name() == Key.Name.ENTER -> {
                    return typed.toString();
                }
                case Key key -> edit(typed, key);
                case Event.Size size -> { }
            }
        }
    }

    /** Has one of some keys pressed. @param keys letters, small ones @return which one; 0 if that was given up */
    public char choice(String question, String keys) throws IOException {
        for (;;) {
            show(question, "");
            switch (terminal.next()) {
                case Event.Closed closed -> throw new IOException("the terminal is gone");
                case Key key when isCancel(key) -> {
                    return 0;
                }
                case Key key when key.isText() && keys.indexOf(Character.toLowerCase(key.code())) >= 0 -> {
                    return (char) Character.toLowerCase(key.code());
                }
                default -> { }
            }
        }
    }

    private static boolean isCancel(Key key) {
        return key.name() == Key.Name.ESCAPE || key.equals(Key.control('C')) || key.equals(Key.control('G'));
    }

    private static void edit(StringBuilder typed, Key key) {
        if (key.isText()) {
            typed.appendCodePoint(key.code());
        } else if (key.name() == Key.Name.TAB) {
            typed.append('\t');
        } else if (key.name() == Key.Name.BACKSPACE && !typed.isEmpty()) {
            typed.setLength(typed.offsetByCodePoints(typed.length(), -1));
        } else if (key.equals(Key.control('U'))) {
            typed.setLength(0);
        }
    }

    /** The end of what was typed is what is seen of it. */
    private void show(String question, CharSequence typed) throws IOException {
        picture.draw();
        Screen screen = terminal.screen();
        int row = screen.rows() - 1;
        screen.fill(row, 0, Style.PLAIN);
        int column = screen.put(row, 0, question, Style.BOLD);
        int room = Math.max(1, screen.columns() - 2 - column);
        int start = 0;
        while (Glyph.width(typed, typed.length()) - Glyph.width(typed, start) > room) {
            start = Character.offsetByCodePoints(typed, start, 1);
        }
        for (int next = start; next < typed.length(); next = Character.offsetByCodePoints(typed, next, 1)) {
            column = screen.put(row, column, Glyph.of(Character.codePointAt(typed, next), 0), Style.PLAIN);
        }
        screen.setCursor(row, column);
    }
}
