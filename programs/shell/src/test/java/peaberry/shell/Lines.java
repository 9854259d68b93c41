package peaberry.shell;

/** Lines and strings for tests. */
final class Lines {

    private Lines() {
    }

    static Line of(String string) {
        Line line = new Line();
        string.codePoints().forEach(character -> line.insert(line.length(), character));
        return line;
    }

    static String string(Line line) {
        StringBuilder string = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            string.appendCodePoint(line.at(i));
        }
        return string.toString();
    }
}
