package peaberry.posix;

import java.util.List;
import java.util.stream.Collectors;
import peaberry.sh.run.Quoting;

/** Commands as somebody would type them. */
final class Commands {

    private static final String PLAIN = "/.,:_+-=%@";

    private Commands() {
    }

    /** A command of one line that a shell reads as these words. */
    static String text(List<String> words) {
        return words.stream().map(Commands::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        boolean isPlain = !word.isEmpty() && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return isPlain ? word : Quoting.quote(word.replace('\n', ' '));
    }
}
