package peaberry.sh.syntax;

import java.util.List;

/** A word as it is written, before any expansion. */
public record Word(List<Part> parts) {

    /** No text at all. */
    public static final Word EMPTY = new Word(List.of());

    /** Its text if all of it is without quotes and expansions, else {@code null}. */
    public String literal() {
        return parts.size() == 1 && parts.getFirst() instanceof Part.Literal text ? text.text() : null;
    }
}
