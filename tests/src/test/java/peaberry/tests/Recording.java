package peaberry.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a terminal showed, as a picture that moves: an SVG in which line comes after line. Without animation it shows the end. */
final class Recording {

    private static final int COLUMNS = 100;
    private static final int ROWS = 26;
    private static final int CHARACTER_WIDTH = 8;
    private static final int LINE_HEIGHT = 18;
    private static final int MARGIN = 12;
    /** Of which the baseline is above the end of its line. */
    private static final int DESCENT = 5;
    private static final int HEIGHT = ROWS * LINE_HEIGHT + 2 * MARGIN;

    /** Seconds before a line: of what is typed, of an explanation for each of its letters, and of anything else; and how long the end is seen. */
    private static final double TYPING = 0.9;
    private static final double READING = 0.03;
    private static final double PRINTING = 0.12;
    private static final double AT_END = 6;

    private static final Pattern TEXT = Pattern.compile("<text [^>]*>([^<]*)</text>");

    private final List<String> lines = new ArrayList<>();

    /** @param transcript lines of ASCII; those that are too long are broken */
    Recording(String transcript) {
        transcript.strip().lines().forEach(this::add);
    }

    private void add(String line) {
        String rest = line;
        while (rest.length() > COLUMNS) {
            int space = rest.lastIndexOf(' ', COLUMNS);
            int end = space > COLUMNS / 2 ? space : COLUMNS;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        lines.add(rest);
    }

    /** The same lines, of a picture. */
    static String text(String svg) {
        Matcher line = TEXT.matcher(svg);
        return line.results().map(found -> found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") + "\n").collect(Collectors.joining());
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        int width = COLUMNS * CHARACTER_WIDTH + 2 * MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"monospace\" font-size=\"13\">\n".formatted(width, HEIGHT))
                .append("<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#16181d\"/>\n".formatted(width, HEIGHT))
                .append("<clipPath id=\"window\"><rect y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>\n".formatted(MARGIN, width, ROWS * LINE_HEIGHT))
                .append("<g clip-path=\"url(#window)\"><g transform=\"translate(0 %d)\">\n".formatted(scrolled(lines.size())));
        List<Double> times = times();
        svg.append("<animateTransform attributeName=\"transform\" type=\"translate\" calcMode=\"discrete\" repeatCount=\"indefinite\" dur=\"%s\" values=\"%s\" keyTimes=\"%s\"/>%n"
                .formatted(seconds(times.getLast() + AT_END), steps(true), keyTimes(times)).replace(System.lineSeparator(), "\n"));
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text xml:space=\"preserve\" x=\"%d\" y=\"%d\" %s>%s</text>\n".formatted(MARGIN, MARGIN + (i + 1) * LINE_HEIGHT - DESCENT, style(lines.get(i)), escaped(lines.get(i))));
        }
        return svg.append("</g><rect y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#16181d\">".formatted(HEIGHT, width, HEIGHT))
                .append("<animate attributeName=\"y\" calcMode=\"discrete\" repeatCount=\"indefinite\" dur=\"%s\" values=\"%s\" keyTimes=\"%s\"/></rect></g>\n</svg>\n"
                        .formatted(seconds(times.getLast() + AT_END), steps(false), keyTimes(times)))
                .toString();
    }

    /** When each line comes, in seconds. */
    private List<Double> times() {
        List<Double> times = new ArrayList<>();
        double time = 0;
        for (String line : lines) {
            time += line.startsWith("$ ") ? TYPING : line.startsWith("--") ? READING * line.length() : PRINTING;
            times.add(time);
        }
        return times;
    }

    private static String keyTimes(List<Double> times) {
        double all = times.getLast() + AT_END;
        return "0;" + times.stream().map(time -> String.format(Locale.ROOT, "%.4f", time / all)).collect(Collectors.joining(";"));
    }

    /** After each line: how far all are moved, or where the part begins that is still covered. */
    private String steps(boolean moves) {
        List<String> steps = new ArrayList<>();
        for (int shown = 0; shown <= lines.size(); shown++) {
            steps.add(moves ? "0 " + scrolled(shown) : String.valueOf(MARGIN + Math.min(shown, ROWS) * LINE_HEIGHT));
        }
        return String.join(";", steps);
    }

    private static int scrolled(int shown) {
        return -Math.max(0, shown - ROWS) * LINE_HEIGHT;
    }

    private static String seconds(double time) {
        return String.format(Locale.ROOT, "%.1fs", time);
    }

    private static String style(String line) {
        return line.startsWith("== ") ? "fill=\"#7fd7ff\" font-weight=\"bold\"" : line.startsWith("--") ? "fill=\"#7fd7ff\"" : line.startsWith("$ ") ? "fill=\"#ffffff\"" : "fill=\"#b8bcc4\"";
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
