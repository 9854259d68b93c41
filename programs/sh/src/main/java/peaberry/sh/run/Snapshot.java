package peaberry.sh.run;

import java.util.List;
import java.util.TreeMap;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.Printer;
import peaberry.sh.syntax.Source;

/**
 * A shell's state as text, with which another process goes on: a row of numbers, then commands that set all the rest.
 * What is open is not part of it, as the system hands that over, nor are jobs.
 */
public final class Snapshot {

    private Snapshot() {}

    public static String write(Shell shell) {
        StringBuilder text = new StringBuilder();
        text.append(shell.progress()).append('\n');
        text.append("set -- ").append(Quoting.quote(shell.name()));
        shell.positional().forEach(value -> text.append(' ').append(Quoting.quote(value)));
        text.append('\n');
        shell.variables().commands().forEach(command -> text.append(command).append('\n'));
        new TreeMap<>(shell.functions()).forEach((name, body) -> text.append(Printer.print(new Command.Function(name, body))).append('\n'));
        shell.traps().actions().forEach((number, action) -> {
            if (action.isEmpty()) {
                text.append("trap '' ").append(number).append('\n');
            }
        });
        text.append("set"); // one command for all, so that none has an effect on another
        for (Option option : Option.values()) {
            text.append(shell.has(option) ? " -o " : " +o ").append(option.title());
        }
        return text.append('\n').toString();
    }

    /** Makes a shell that has nothing set what another one was. */
    public static void read(String text, Shell shell) {
        int end = text.indexOf('\n');
        shell.interpreter().read(Source.of(text.substring(end + 1)));
        List<String> arguments = shell.positional();
        shell.setName(arguments.getFirst());
        shell.setPositional(arguments.subList(1, arguments.size()));
        shell.continueAs(Progress.parse(text.substring(0, end)));
        if (shell.isInFunction()) {
            shell.variables().openScope(); // for what is local; the function itself ends with the subshell
        }
    }
}
