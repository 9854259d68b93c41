package peaberry.sh.builtins;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Quoting;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Names;

/** Builtins for variables and positional parameters. */
final class VariableBuiltins {

    private VariableBuiltins() {}

    static int export(Shell shell, List<String> arguments) {
        return declare(shell, arguments, "export", shell.variables().exported(), shell.variables()::export);
    }

    static int readOnly(Shell shell, List<String> arguments) {
        return declare(shell, arguments, "readonly", shell.variables().readOnly(), shell.variables()::makeReadOnly);
    }

    private static int declare(Shell shell, List<String> arguments, String command, Map<String, String> declared, Consumer<String> declaration) {
        List<String> names = arguments.subList(Arguments.options(arguments, "p"), arguments.size());
        if (names.isEmpty()) {
            declared.forEach((name, value) -> shell.print(command + " " + name + "=" + Quoting.quote(value) + "\n"));
        }
        for (String argument : names) {
            String name = nameIn(argument);
            assign(shell, argument);
            declaration.accept(name);
        }
        return 0;
    }

    static int local(Shell shell, List<String> arguments) {
        if (!shell.isInFunction()) {
            throw new BuiltinException("not in a function");
        }
        for (String argument : arguments) {
            shell.variables().makeLocal(nameIn(argument));
            assign(shell, argument);
        }
        return 0;
    }

    /** The name in {@code name} or {@code name=value}. */
    private static String nameIn(String argument) {
        String name = argument.indexOf('=') < 0 ? argument : argument.substring(0, argument.indexOf('='));
        if (!Names.isName(name)) {
            throw new BuiltinException(name + ": bad variable name");
        }
        return name;
    }

    private static void assign(Shell shell, String argument) {
        int equals = argument.indexOf('=');
        if (equals >= 0) {
            shell.set(argument.substring(0, equals), argument.substring(equals + 1));
        }
    }

    static int unset(Shell shell, List<String> arguments) {
        int options = Arguments.options(arguments, "fv");
        boolean functions = Arguments.last(arguments.subList(0, options), "fv") == 'f';
        for (String name : arguments.subList(options, arguments.size())) {
            if (functions) {
                shell.functions().remove(name);
            } else {
                shell.variables().unset(nameIn(name));
            }
        }
        return 0;
    }

    static int shift(Shell shell, List<String> arguments) {
        int count = arguments.isEmpty() ? 1 : Arguments.number(arguments.getFirst());
        List<String> values = shell.positional();
        if (count > values.size()) {
            throw new BuiltinException("there are not so many");
        }
        shell.setPositional(values.subList(count, values.size()));
        return 0;
    }
}
