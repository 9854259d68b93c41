package peaberry.sh.syntax;

import java.util.List;

/** A piece of a word. */
public sealed interface Part {

    /** Text without quotes, or, within double quotes, what is neither quoted nor expanded in there. */
    record Literal(String text) implements Part {}

    /** Text that single quotes or a backslash protect. */
    record Quoted(String text) implements Part {}

    /** What stands in double quotes. */
    record DoubleQuoted(List<Part> parts) implements Part {}

    /** {@code ${name}}, with what is to be done with the value. Without a word, the word is empty. */
    record Parameter(String name, Operator operator, Word word) implements Part {}

    /** {@code $(commands)}. */
    record Substitution(Command commands) implements Part {}

    /** {@code $((expression))}. */
    record Arithmetic(List<Part> expression) implements Part {}
}
