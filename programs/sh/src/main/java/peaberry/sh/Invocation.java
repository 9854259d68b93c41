package peaberry.sh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import peaberry.sh.builtins.Builtins;
import peaberry.sh.builtins.SetBuiltin;
import peaberry.sh.run.Builtin;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Conversation;
import peaberry.sh.run.Option;
import peaberry.sh.run.OptionParsing;
import peaberry.sh.run.Programs;
import peaberry.sh.run.Shell;
import peaberry.sh.run.ShellError;
import peaberry.sh.run.Snapshot;
import peaberry.sh.syntax.Names;
import peaberry.sh.syntax.Source;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Group;
import peaberry.sh.system.OperatingSystem;

/** A shell from its start to its end, as a program: {@code sh [options] [-c command | script | -s] [arguments]}. */
public final class Invocation {

    private static final int NO_SCRIPT = 127;

    private final Shell shell;
    private Function<Shell, Conversation> conversation = PromptedSource::new;

    /**
     * @param name how the shell was called
     * @param directory absolute, the current one
     * @param environment rows of the form {@code NAME=value}
     * @param channels what is open
     */
    public Invocation(OperatingSystem system, String name, String directory, List<String> environment, Map<Integer, Channel> channels) {
        this(system, Builtins.all(), name, directory, environment, channels);
    }

    /** As the other one. @param builtins all that there are, by their names */
    public Invocation(OperatingSystem system, Map<String, Builtin> builtins, String name, String directory, List<String> environment, Map<Integer, Channel> channels) {
        shell = new Shell(system, builtins, name, directory);
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

    /** Says who reads the commands that are typed at a terminal. */
    public Invocation converseBy(Function<Shell, Conversation> other) {
        conversation = other;
        return this;
    }

    /** Runs what the arguments say; the answer is the shell's exit status. */
    public int run(List<String> arguments) {
        return shell.interpreter().toTheEnd(() -> {
            List<String> options = new ArrayList<>();
            boolean hasCommand = takeOptions(arguments, options);
            List<String> operands = arguments.subList(options.size(), arguments.size());
            options.replaceAll(option -> option.startsWith("-") ? option.replace("c", "") : option);
            options.removeIf("-"::equals); // it was -c alone
            OperatingSystem system = shell.system();
            shell.set(Option.MONITOR, !hasCommand && operands.isEmpty() && isAtTerminal() && system.group() != Group.NONE);
            set(options);
            if (hasCommand) {
                return command(operands);
            }
            if (operands.isEmpty() || shell.has(Option.STANDARD_INPUT)) {
                shell.setPositional(operands);
                if (isAtTerminal()) {
                    return shell.interpreter().converse(conversation.apply(shell));
                }
                Source input = new InputSource(shell);
                return shell.has(Option.INTERACTIVE) ? shell.interpreter().converse(input) : shell.interpreter().read(input);
            }
            shell.setName(operands.getFirst());
            shell.setPositional(operands.subList(1, operands.size()));
            return shell.interpreter().read(script(operands.getFirst()));
        });
    }

    private boolean isAtTerminal() {
        try {
            return shell.channel(0).isTerminal() && shell.channel(2).isTerminal();
        } catch (IOException closed) {
            return false;
        }
    }

    /** Takes the options that come first; answers whether {@code -c} is among them. */
    private static boolean takeOptions(List<String> arguments, List<String> options) {
        boolean hasCommand = false;
        while (options.size() < arguments.size()) {
            String option = arguments.get(options.size());
            boolean isOption = option.length() > 1 && (option.startsWith("-") || option.startsWith("+"));
            if (!isOption) {
                break;
            }
            options.add(option);
            if (option.equals("--")) {
                break;
            }
            hasCommand |= option.startsWith("-") && option.indexOf('c') >= 0;
            if (option.endsWith("o") && options.size() < arguments.size()) {
                options.add(arguments.get(options.size()));
            }
        }
        return hasCommand;
    }

    private void set(List<String> options) {
        try {
            SetBuiltin.options(shell, options);
        } catch (BuiltinException e) {
            throw new ShellError(e.getMessage());
        }
    }

    private int command(List<String> operands) {
        if (operands.isEmpty()) {
            throw new ShellError("-c needs a command");
        }
        if (operands.size() > 1) {
            shell.setName(operands.get(1));
        }
        shell.setPositional(operands.subList(Math.min(2, operands.size()), operands.size()));
        return shell.interpreter().read(Source.of(operands.getFirst()));
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
        return runSubshell(system, Builtins.all(), state, command, directory, channels);
    }

    /** As the other one. @param builtins all that there are, by their names */
    public static int runSubshell(OperatingSystem system, Map<String, Builtin> builtins, String state, String command, String directory,
            Map<Integer, Channel> channels) {
        Shell shell = new Shell(system, builtins, "sh", directory);
        channels.forEach(shell::open);
        return shell.interpreter().toTheEnd(() -> {
            Snapshot.read(state, shell);
            return shell.interpreter().read(Source.of(command));
        });
    }
}
