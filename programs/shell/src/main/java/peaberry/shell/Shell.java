package peaberry.shell;

import peaberry.runtime.Text;

/** The command line: reads lines from the console and does what they say. */
public final class Shell {

    private static final String BANNER = """

            Peaberry 0.1
            Kernel, driver and shell are Java, each in a protection domain of its own.
            Try:  help    ps    crash serial
            """;
    /** In place of the banner when this is not the first shell since boot. */
    private static final String NOTICE = "\nThe shell was restarted; try faults\n";
    private static final String PROMPT = "peaberry> ";

    private static final KeyDecoder KEYS = new KeyDecoder();
    private static final LineEditor EDITOR = new LineEditor(PROMPT);

    private Shell() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        Session.CONSOLE.print(ProcessCommands.restarts(Session.ownNumber()) == 0 ? BANNER : NOTICE);
        for (;;) {
            switch (readLine()) {
                case FINISHED -> run();
                case END_OF_INPUT -> {
                    Session.CONSOLE.print("\n");
                    SystemCommands.shutdown(0);
                }
                case ABANDONED, NONE -> {
                    // The next prompt is all there is to do.
                }
            }
        }
    }

    private static LineEditor.Event readLine() {
        EDITOR.begin();
        for (;;) {
            showEcho();
            KEYS.feed(Session.CONSOLE.read());
            for (int key = KEYS.next(); key != Key.NONE; key = KEYS.next()) {
                LineEditor.Event event = EDITOR.press(key);
                if (event != LineEditor.Event.NONE) {
                    showEcho();
                    return event;
                }
            }
        }
    }

    private static void showEcho() {
        Session.CONSOLE.print(EDITOR.echo());
        EDITOR.echo().clear();
    }

    private static void run() {
        int excess = EDITOR.excess();
        if (excess > 0) {
            Text text = Session.text().append("the line has ").decimal(Line.MAX_LENGTH + (long) excess);
            Session.CONSOLE.printLine(text.append(" characters, more than ").decimal(Line.MAX_LENGTH).append(": it was not run"));
        } else {
            CommandTable.run(EDITOR.line());
        }
    }
}
