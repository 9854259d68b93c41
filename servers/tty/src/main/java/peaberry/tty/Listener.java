package peaberry.tty;

import peaberry.console.Terminal;
import peaberry.stream.TypingClient;

/** Listens at a console, and tells the terminal server. */
final class Listener {

    private static final TypingClient TERMINAL = new TypingClient("typing");

    private Listener() {
    }

    /** Does not return. What is typed while the terminal server is made anew may be lost, as is the line that it was a part of. */
    static void listen(Terminal console) {
        for (;;) {
            TERMINAL.typed(console.read());
        }
    }
}
