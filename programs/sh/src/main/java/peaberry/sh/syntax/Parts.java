package peaberry.sh.syntax;

import java.util.ArrayList;
import java.util.List;

/** Collects parts; characters that follow each other become one. */
final class Parts {

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void literal(char character) {
        text.append(character);
    }

    void add(Part part) {
        flush();
        parts.add(part);
    }

    private void flush() {
        if (!text.isEmpty()) {
            parts.add(new Part.Literal(text.toString()));
            text.setLength(0);
        }
    }

    List<Part> finish() {
        flush();
        return List.copyOf(parts);
    }
}
