package peaberry.sh;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import peaberry.sh.builtins.Builtins;
import peaberry.sh.builtins.SetBuiltin;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Interpreter;
import peaberry.sh.run.Option;
import peaberry.sh.run.OptionParsing;
import peaberry.sh.run.Programs;
import peaberry.sh.run.Shell;
import peaberry.sh.run.ShellError;
import peaberry.sh.run.Snapshot;
import peaberry.sh.syntax.Names;
import peaberry.sh.syntax.Source;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OperatingSystem;

/** A shell from its start to its end, as a program: {@code sh [options] [-c command | script | -s] [arguments]}. */
public final class Invocation {

    private static final int NO_SCRIPT = 127;

    private final Shell shell;

    /**
     * @param name how the shell was called
     * @param directory absolute, the current one
     * @param environment rows of the form {@code NAME=value}
     * @param channels what is open
     */
    public Invocation(OperatingSystem system, String name, String directory, List<String> environment, Map<Integer, Channel> channels) {
        shell = new Shell(system, Builtins.all(), name, directory);
        channels.forEach(shell::open);
        for (String row : environment) {
            int equals = row.indexOf('=');
            if (equals > 0 && Names.isName(row.substring(0, equals))) {
                shell.set(row.substring(0, equals), row.substring(equals + 1));
                shell.variables().export(row.substring(0, equals));
            }
        }
        shell.set("IFS", " \t\n");
        shell.set(OptionParsing.INDEX, "1");
        shell.set("PS1", "$ ");
        shell.set("PS2", "> ");
        shell.set("PS4", "+ ");
        shell.set("PWD", directory);
    }

    /** Runs what the arguments say; the answer is the shell's exit status. */
    public int run(List<String> arguments) {
        boolean hasCommand = !arguments.isEmpty() && arguments.getFirst().equals("-c");
        List<String> rest = hasCommand ? arguments.subList(1, arguments.size()) : arguments;
        Interpreter interpreter = shell.interpreter();
        return interpreter.toTheEnd(() -> {
            List<String> operands = rest.subList(options(rest), rest.size());
            if (hasCommand && operands.isEmpty()) {
                throw new ShellError("-c needs a command");
            }
            if (operands.isEmpty() || shell.has(Option.STANDARD_INPUT) && !hasCommand) {
                shell.setPositional(operands);
                return isAtTerminal() ? interpreter.converse(new PromptedSource(shell)) : interpreter.read(new InputSource(shell));
            }
            String first = operands.getFirst();
            if (!hasCommand) {
                shell.setName(first);
            } else if (operands.size() > 1) {
                shell.setName(operands.get(1));
            }
            shell.setPositional(operands.subList(Math.min(hasCommand ? 2 : 1, operands.size()), operands.size()));
            return interpreter.read(hasCommand ? Source.of(first) : script(first));
        });
    }

    private boolean isAtTerminal() {
        try {
            return shell.channel(0).isTerminal() && shell.channel(2).isTerminal();
        } catch (IOException closed) {
            return false;
        }
    }

    private int options(List<String> arguments) {
        try {
            return SetBuiltin.options(shell, arguments);
        } catch (BuiltinException e) {
            throw new ShellError(e.getMessage());
        }
    }

    private Source script(String path) {
        try {
            return new ScriptSource(shell, new Programs(shell).read(shell.absolute(path)));
        } catch (IOException e) {
            throw new ShellError(NO_SCRIPT, "cannot open " + path + ": " + e.getMessage());
        }
    }

    /**
     * A subshell that was started beside its parent: the other side of {@link OperatingSystem#startSubshell}.
     *
     * @return the exit status
     */
    public static int runSubshell(OperatingSystem system, String state, String command, String directory, Map<Integer, Channel> channels) {
        Shell shell = new Shell(system, Builtins.all(), "sh", directory);
        channels.forEach(shell::open);
        return shell.interpreter().toTheEnd(() -> {
            Snapshot.read(state, shell);
            return shell.interpreter().read(Source.of(command));
        });
    }
}
