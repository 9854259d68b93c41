package peaberry.compiler.testing;

import java.util.List;
import java.util.Locale;

/** The primitive types of random programs. */
enum Kind {
    INT, LONG, BYTE, SHORT, CHAR, BOOLEAN;

    static final List<Kind> PRIMITIVES = List.of(values());

    /** The keyword. */
    String java() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Distinguishes variables of this kind by their first letter. */
    String letter() {
        return this == BOOLEAN ? "z" : java().substring(0, 1);
    }
}
