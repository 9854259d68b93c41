package peaberry.tests;

/** The number of a line of source, found by what it says. */
final class SourceLine {

    private SourceLine() {}

    /** The only line of the file that, without its indentation, is this. */
    static int of(String file, String text) {
        String[] lines = Repository.text(Repository.HOME.resolve(file)).split("\n");
        int found = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().equals(text)) {
                if (found > 0) {
                    throw new AssertionError(file + " says more than once: " + text);
                }
                found = i + 1;
            }
        }
        if (found == 0) {
            throw new AssertionError(file + " does not say: " + text);
        }
        return found;
    }
}
