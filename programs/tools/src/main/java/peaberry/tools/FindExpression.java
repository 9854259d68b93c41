package peaberry.tools;

import java.io.IOException;

/** A part of what {@code find} does with each file: a test, an action, or several of these. */
interface FindExpression {

    /** Answers whether it holds of a file; of an action, whether it worked. */
    boolean of(FoundFile file) throws IOException;

    default FindExpression and(FindExpression other) {
        return file -> of(file) && other.of(file);
    }

    default FindExpression or(FindExpression other) {
        return file -> of(file) || other.of(file);
    }

    default FindExpression not() {
        return file -> !of(file);
    }
}
