package peaberry.sh.builtins;

import java.util.List;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Option;
import peaberry.sh.run.Quoting;
import peaberry.sh.run.Shell;

/** {@code set}: options and positional parameters; it also lists variables. */
public final class SetBuiltin {

    private SetBuiltin() {}

    static int run(Shell shell, List<String> arguments) {
        if (arguments.isEmpty()) {
            shell.variables().values().forEach((name, value) -> shell.print(name + "=" + Quoting.quote(value) + "\n"));
            return 0;
        }
        int next = options(shell, arguments);
        boolean separated = next > 0 && (arguments.get(next - 1).equals("--") || arguments.get(next - 1).equals("-"));
        if (next < arguments.size() || separated && arguments.get(next - 1).equals("--")) {
            shell.setPositional(arguments.subList(next, arguments.size()));
        }
        return 0;
    }

    /** Sets the options that come first and answers how many arguments they are. */
    public static int options(Shell shell, List<String> arguments) {
        int next = 0;
        while (next < arguments.size()) {
            String argument = arguments.get(next);
            if (argument.isEmpty() || argument.charAt(0) != '-' && argument.charAt(0) != '+') {
                return next;
            }
            next++;
            if (argument.equals("--") || argument.equals("-")) {
                return next;
            }
            boolean on = argument.charAt(0) == '-';
            for (int i = 1; i < argument.length(); i++) {
                if (argument.charAt(i) != 'o') {
                    set(shell, Option.of(argument.charAt(i)), argument, on);
                } else if (next == arguments.size()) {
                    list(shell, on);
                } else {
                    String title = arguments.get(next++);
                    set(shell, Option.called(title), title, on);
                }
            }
        }
        return next;
    }

    private static void set(Shell shell, Option option, String written, boolean on) {
        if (option == null) {
            throw new BuiltinException("illegal option " + written);
        }
        shell.set(option, on);
    }

    /** For people, or as commands. */
    private static void list(Shell shell, boolean forPeople) {
        for (Option option : Option.values()) {
            boolean isOn = shell.has(option);
            shell.print(forPeople ? option.title() + " ".repeat(16 - option.title().length()) + (isOn ? "on\n" : "off\n")
                    : "set " + (isOn ? "-o " : "+o ") + option.title() + "\n");
        }
    }
}
