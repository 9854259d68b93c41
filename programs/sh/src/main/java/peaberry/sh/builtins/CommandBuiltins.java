package peaberry.sh.builtins;

import java.util.List;
import peaberry.sh.run.Builtin;
import peaberry.sh.run.Programs;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.Part;
import peaberry.sh.syntax.Word;

/** What a name means as a command. */
final class CommandBuiltins {

    private static final int NOT_FOUND = 127;

    private CommandBuiltins() {}

    static int command(Shell shell, List<String> arguments) {
        int options = Arguments.options(arguments, "pvV");
        char asks = Arguments.last(arguments.subList(0, options), "vV");
        List<String> operands = arguments.subList(options, arguments.size());
        if (operands.isEmpty()) {
            return 0;
        }
        return switch (asks) {
            case 'v' -> tellName(shell, operands.getFirst());
            case 'V' -> tell(shell, operands.getFirst());
            default -> shell.interpreter().runWithoutFunctions(operands);
        };
    }

    static int type(Shell shell, List<String> arguments) {
        int status = 0;
        for (String name : arguments) {
            int told = tell(shell, name);
            status = told == 0 ? status : told;
        }
        return status;
    }

    private static boolean isKeyword(String name) {
        return Parser.isReserved(new Word(List.of(new Part.Literal(name)))) && !name.equals("in");
    }

    private static int tellName(Shell shell, String name) {
        boolean isOwn = isKeyword(name) || shell.functions().containsKey(name) || shell.builtins().containsKey(name);
        String found = isOwn ? name : new Programs(shell).find(name);
        if (found == null) {
            return NOT_FOUND;
        }
        shell.print(found + "\n");
        return 0;
    }

    private static int tell(Shell shell, String name) {
        String meaning;
        if (isKeyword(name)) {
            meaning = " is a shell keyword";
        } else if (shell.builtins().containsKey(name) && Builtin.SPECIAL.contains(name)) {
            meaning = " is a special shell builtin";
        } else if (shell.functions().containsKey(name)) {
            meaning = " is a shell function";
        } else if (shell.builtins().containsKey(name)) {
            meaning = " is a shell builtin";
        } else {
            String path = new Programs(shell).find(name);
            meaning = path == null ? ": not found" : " is " + path;
        }
        shell.print(name + meaning + "\n");
        return meaning.equals(": not found") ? NOT_FOUND : 0;
    }
}
