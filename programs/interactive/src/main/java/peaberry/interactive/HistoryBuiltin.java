package peaberry.interactive;

import java.util.List;
import peaberry.sh.run.Builtin;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Shell;

/** {@code history}: the lines that were typed, or the last ones of them, numbered. */
public final class HistoryBuiltin implements Builtin {

    private static final int NUMBER_WIDTH = 5;
    private static final int DIGITS = 9;

    @Override
    public int run(Shell shell, List<String> arguments) {
        if (arguments.size() > 1) {
            throw new BuiltinException(1, "too many arguments");
        }
        KeptHistory kept = new KeptHistory(shell); // as the file has it, so that a subshell tells the same
        kept.open();
        List<String> lines = kept.history().lines();
        for (int i = arguments.isEmpty() ? 0 : Math.max(0, lines.size() - count(arguments.getFirst())); i < lines.size(); i++) {
            String number = Integer.toString(i + 1);
            shell.print(" ".repeat(Math.max(0, NUMBER_WIDTH - number.length())) + number + "  " + lines.get(i) + "\n");
        }
        return 0;
    }

    private static int count(String text) {
        if (text.isEmpty() || text.length() > DIGITS || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new BuiltinException(1, text + ": not a number");
        }
        return Integer.parseInt(text);
    }
}
