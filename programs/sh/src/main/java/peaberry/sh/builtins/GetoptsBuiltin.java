package peaberry.sh.builtins;

import java.util.List;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.OptionParsing;
import peaberry.sh.run.Shell;

/** {@code getopts}: one option of a script's arguments after another. */
final class GetoptsBuiltin {

    private static final String VALUE = "OPTARG";

    private GetoptsBuiltin() {}

    static int run(Shell shell, List<String> arguments) {
        if (arguments.size() < 2) {
            throw new BuiltinException("usage: getopts letters name [argument ...]");
        }
        String letters = arguments.get(0);
        String name = arguments.get(1);
        List<String> parsed = arguments.size() > 2 ? arguments.subList(2, arguments.size()) : shell.positional();
        String written = shell.get(OptionParsing.INDEX);
        int index = written == null || written.isEmpty() ? 1 : Arguments.number(written);
        int letter = shell.optionParsing().letter();
        String argument = index >= 1 && index <= parsed.size() ? parsed.get(index - 1) : "";
        if (letter == 0 || letter >= argument.length()) {
            if (!argument.startsWith("-") || argument.length() == 1 || argument.equals("--")) {
                goTo(shell, argument.equals("--") ? index + 1 : index, 0);
                shell.variables().unset(VALUE);
                shell.set(name, "?");
                return 1;
            }
            letter = 1;
        }
        char option = argument.charAt(letter++);
        boolean tells = !letters.startsWith(":");
        int place = option == ':' ? -1 : letters.indexOf(option);
        boolean hasValue = place >= 0 && place + 1 < letters.length() && letters.charAt(place + 1) == ':';
        String found = String.valueOf(option);
        String value = null;
        if (place < 0) {
            value = refuse(shell, tells, "illegal option -" + option, option);
            found = "?";
        } else if (hasValue && letter < argument.length()) {
            value = argument.substring(letter);
            letter = argument.length();
        } else if (hasValue && index < parsed.size()) {
            value = parsed.get(index++);
        } else if (hasValue) {
            value = refuse(shell, tells, "no argument for -" + option, option);
            found = tells ? "?" : ":";
        }
        boolean atEnd = letter >= argument.length();
        goTo(shell, atEnd ? index + 1 : index, atEnd ? 0 : letter);
        if (value == null) {
            shell.variables().unset(VALUE);
        } else {
            shell.set(VALUE, value);
        }
        shell.set(name, found);
        return 0;
    }

    private static void goTo(Shell shell, int index, int letter) {
        shell.set(OptionParsing.INDEX, Integer.toString(index));
        shell.optionParsing().setLetter(letter);
    }

    /** Says what is wrong, or answers the letter for the script to say it. */
    private static String refuse(Shell shell, boolean tells, String message, char option) {
        if (!tells) {
            return String.valueOf(option);
        }
        shell.complain(message);
        return null;
    }
}
