package peaberry.launcher;

import java.io.PrintStream;

/** Where the demonstration is seen: standard output, with a word of explanation between what guests print. Where people watch there is time to read. */
final class DemoStage {

    private static final String PLAIN = "\033[0m";
    private static final String BOLD = "\033[1;36m";
    private static final String FAINT = "\033[36m";
    private static final long MILLISECONDS_A_LETTER = 25;

    private final PrintStream out = System.out;
    /** The beginning of a line that nobody has ended yet: a prompt, mostly, which is shown with what is typed there. */
    private final StringBuilder unended = new StringBuilder();
    private final boolean isWatched = Terminal.isPresent();

    /** Begins a scene. */
    void title(String title) {
        if (!unended.isEmpty()) {
            show("\n");
        }
        out.println();
        print(BOLD, "== " + title);
    }

    /** Explains, and leaves time to read that. */
    void say(String text) throws InterruptedException {
        print(FAINT, "-- " + text);
        if (isWatched) {
            Thread.sleep(text.length() * MILLISECONDS_A_LETTER);
        }
    }

    /** Shows what a guest printed, a line when it has ended. */
    void show(String text) {
        unended.append(text.replace("\r", ""));
        int end = unended.lastIndexOf("\n") + 1;
        out.print(unended.substring(0, end));
        out.flush();
        unended.delete(0, end);
    }

    private void print(String colour, String text) {
        out.println(isWatched ? colour + text + PLAIN : text);
        out.flush();
    }
}
