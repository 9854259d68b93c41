package peaberry.sh;

import peaberry.sh.run.Shell;

/**
 * What a prompt's text stands for: first its sequences with backslashes, of which what they stand for is not expanded again, then what POSIX expands in it, as in double quotes.
 */
public final class Prompt {

    private static final String LETTERS = "wuh$?ne\\";
    /** Characters of Unicode's private area, which stand for what has its place in {@link #LETTERS}. */
    private static final char FIRST = 0xE7A0;

    private Prompt() {
    }

    /** @param text of {@code PS1} or {@code PS2} */
    public static String expand(Shell shell, String text) {
        int status = shell.status();
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int letter = text.charAt(i) == '\\' && i + 1 < text.length() ? LETTERS.indexOf(text.charAt(i + 1)) : -1;
            if (letter >= 0) {
                marked.append((char) (FIRST + letter));
                i++;
            } else {
                marked.append(text.charAt(i));
            }
        }
        String expanded = shell.expandText(marked.toString());
        StringBuilder prompt = new StringBuilder();
        for (int i = 0; i < expanded.length(); i++) {
            int letter = expanded.charAt(i) - FIRST;
            if (letter >= 0 && letter < LETTERS.length()) {
                prompt.append(meaning(shell, LETTERS.charAt(letter), status));
            } else {
                prompt.append(expanded.charAt(i));
            }
        }
        return prompt.toString();
    }

    private static String meaning(Shell shell, char letter, int status) {
        return switch (letter) {
            case 'w' -> directory(shell);
            case 'u' -> valueOf(shell, "USER", "");
            case 'h' -> valueOf(shell, "HOSTNAME", "peaberry");
            case '?' -> status == 0 ? "" : status + " ";
            case 'n' -> "\n";
            case 'e' -> "\33";
            default -> Character.toString(letter);
        };
    }

    private static String directory(Shell shell) {
        String home = shell.get("HOME");
        String directory = shell.directory();
        boolean isInHome = home != null && home.length() > 1 && (directory.equals(home) || directory.startsWith(home + "/"));
        return isInHome ? "~" + directory.substring(home.length()) : directory;
    }

    private static String valueOf(Shell shell, String variable, String otherwise) {
        String value = shell.get(variable);
        return value == null ? otherwise : value;
    }
}
