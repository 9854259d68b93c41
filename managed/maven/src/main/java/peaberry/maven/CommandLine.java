package peaberry.maven;

import java.util.ArrayList;
import java.util.List;

/** Arguments in one text: blanks are between them, unless they are in quotes of either kind; there are no other special characters. */
final class CommandLine {

    private CommandLine() {
    }

    /** @throws IllegalArgumentException if a quote is not closed */
    static List<String> split(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (char each : text.toCharArray()) {
            if (quote != 0 ? each == quote : each == '"' || each == '\'') {
                quote = quote == 0 ? each : 0;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(each)) {
                if (begun) {
                    arguments.add(argument.toString());
                }
                argument.setLength(0);
                begun = false;
            } else {
                argument.append(each);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is not closed: " + text);
        }
        if (begun) {
            arguments.add(argument.toString());
        }
        return arguments;
    }
}
