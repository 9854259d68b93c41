package peaberry.tools;

/** The lines that say which file {@code head} or {@code tail} shows. */
final class Headings {

    private final boolean areWanted;
    private boolean isFirst = true;

    /** Several files have them; {@code -q} and {@code -v} say otherwise. */
    Headings(Options options) {
        char letter = options.lastOf("qv");
        areWanted = letter == 0 ? options.operands().size() > 1 : letter == 'v';
    }

    void write(String file, Output out) {
        if (areWanted) {
            out.line((isFirst ? "" : "\n") + "==> " + (file.equals(Call.STANDARD_INPUT) ? "standard input" : file) + " <==");
            isFirst = false;
        }
    }
}
