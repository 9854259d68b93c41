package peaberry.sh.syntax;

import java.util.ArrayList;
import java.util.List;

/** A command in its parsed form, which never changes. */
public sealed interface Command {

    /** Nothing to do. */
    Sequence NOTHING = new Sequence(List.of());

    /**
     * Assignments, words and redirections. Two are equal if they do the same, wherever they stand.
     *
     * @param line where it begins in its source
     */
    record Simple(List<Assignment> assignments, List<Word> words, List<Redirection> redirections, int line) implements Command {

        @Override
        public boolean equals(Object other) {
            return other instanceof Simple simple && simple.assignments.equals(assignments) && simple.words.equals(words)
                    && simple.redirections.equals(redirections);
        }

        @Override
        public int hashCode() {
            return assignments.hashCode() + 31 * words.hashCode() + 961 * redirections.hashCode();
        }
    }

    /** {@code name=value} before a command. */
    record Assignment(String name, Word value) {

        /** A word as an assignment, {@code null} if it is none. */
        public static Assignment of(Word word) {
            if (word.parts().isEmpty() || !(word.parts().getFirst() instanceof Part.Literal first)) {
                return null;
            }
            int length = Names.lengthOfName(first.text());
            if (length == 0 || length == first.text().length() || first.text().charAt(length) != '=') {
                return null;
            }
            List<Part> value = new ArrayList<>(word.parts().subList(1, word.parts().size()));
            String rest = first.text().substring(length + 1);
            if (!rest.isEmpty()) {
                value.addFirst(new Part.Literal(rest));
            }
            return new Assignment(first.text().substring(0, length), new Word(List.copyOf(value)));
        }
    }

    /** {@code a | b}: two or more. */
    record Pipeline(List<Command> commands) implements Command {}

    /** {@code ! a}. */
    record Not(Command command) implements Command {}

    /** {@code a && b}. */
    record And(Command left, Command right) implements Command {}

    /** {@code a || b}. */
    record Or(Command left, Command right) implements Command {}

    /** One after another. */
    record Sequence(List<Command> commands) implements Command {}

    /** {@code a &}. */
    record Background(Command command) implements Command {}

    /** <code>{ a; }</code>. */
    record Group(Command body) implements Command {}

    /** {@code ( a )}. */
    record Subshell(Command body) implements Command {}

    /** {@code if}; without an {@code else} that part is {@link #NOTHING}, and {@code elif} is one in it. */
    record If(Command condition, Command body, Command otherwise) implements Command {}

    /** {@code for}; without words it goes over {@code "$@"}, and these are its words. */
    record For(String variable, List<Word> words, Command body) implements Command {}

    /** {@code while} and {@code until}. */
    record Loop(Kind kind, Command condition, Command body) implements Command {

        /** What the condition means. */
        public enum Kind { WHILE, UNTIL }
    }

    /** {@code case}. */
    record Case(Word subject, List<Branch> branches) implements Command {}

    /** Some patterns and what is done if one matches. */
    record Branch(List<Word> patterns, Command body) {}

    /** {@code name() body}. */
    record Function(String name, Command body) implements Command {}

    /** A compound command with redirections behind it. */
    record Redirected(Command body, List<Redirection> redirections) implements Command {}
}
