package peaberry.image.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file, line by line, in the user's terms. */
final class Problems {

    private record Problem(int line, String text) {
    }

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    /** @param file the file's name, as the user knows it */
    Problems(String file) {
        this.file = file;
    }

    /** @param line counted from 1 */
    void add(int line, String text) {
        found.add(new Problem(line, text));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Each as {@code file:line: text}, in the order of lines. */
    List<String> sentences() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line))
                .map(problem -> file + ":" + problem.line + ": " + problem.text).distinct().toList();
    }

    /** Ends the reading of the file if anything was wrong with it. */
    void refuseIfAny() throws DeclarationException {
        if (!isEmpty()) {
            throw new DeclarationException(sentences());
        }
    }
}
