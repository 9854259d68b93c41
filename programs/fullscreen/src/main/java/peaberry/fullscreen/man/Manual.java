package peaberry.fullscreen.man;

import java.util.ArrayList;
import java.util.List;

/** The pages of the manual, which are in {@code docs/manual}. The first line of each is {@code # name: what it is}. */
@Texts("docs/manual")
public final class Manual {

    private static final String TITLE = "# ";
    private static final String SEPARATOR = ": ";

    private Manual() {
    }

    /** The name of a page: of a command that cannot be a file's name another one. */
    public static String page(String command) {
        return switch (command) {
            case ":" -> "colon";
            case "." -> "dot";
            case "[" -> "test";
            default -> command;
        };
    }

    /** A page's text; null if there is none of what somebody looks for. */
    public static String text(String command) {
        return ManualTexts.of(page(command));
    }

    public static List<String> pages() {
        return ManualTexts.NAMES;
    }

    /** What somebody calls what a page is about. */
    public static String name(String text) {
        return title(text).substring(0, title(text).indexOf(SEPARATOR));
    }

    /** What it is, in a few words. */
    public static String summary(String text) {
        return title(text).substring(title(text).indexOf(SEPARATOR) + SEPARATOR.length());
    }

    private static String title(String text) {
        return text.substring(TITLE.length(), text.indexOf('\n'));
    }

    /** Lines of the form {@code name - summary} of the pages in whose name or summary a word is, be it in capitals or not. */
    public static List<String> about(String word) {
        List<String> lines = new ArrayList<>();
        for (String page : pages()) {
            String line = name(text(page)) + " - " + summary(text(page));
            if (line.toLowerCase().contains(word.toLowerCase())) {
                lines.add(line);
            }
        }
        return lines;
    }
}
