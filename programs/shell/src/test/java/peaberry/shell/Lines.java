package peaberry.shell;

import java.nio.charset.StandardCharsets;
import peaberry.runtime.Text;

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

    static String string(Text text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.byteAt(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
