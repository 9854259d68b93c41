package peaberry.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.interactive.TerminalConversation;
import peaberry.process.Spawner;
import peaberry.runtime.Arguments;
import peaberry.runtime.Text;
import peaberry.sh.Invocation;
import peaberry.sh.system.Channel;

/** The shell as a program. */
public final class Sh {

    private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
    private static final int MORE_STREAMS = 10;
    private static final int STATE = 1;
    private static final int COMMAND = 2;

    private Sh() {
    }

    /** Ends with the shell's status. */
    public static void main(String[] arguments) {
        PosixSystem system = new PosixSystem();
        List<String> environment = environment();
        String directory = directory(environment);
        int status;
        try {
            status = run(system, arguments, environment, directory);
        } catch (Error failure) {
            failure.printStackTrace();
            status = Spawner.STATUS_FAILED;
        }
        System.exit(status);
    }

    private static int run(PosixSystem system, String[] arguments, List<String> environment, String directory) {
        if (arguments.length > COMMAND && arguments[0].equals(PosixSystem.SUBSHELL)) {
            return Invocation.runSubshell(system, ShellCommands.builtins(), arguments[STATE], arguments[COMMAND], directory, channels());
        }
        return new Invocation(system, ShellCommands.builtins(), BuiltIns.SHELL, directory, environment, channels())
                .converseBy(shell -> new TerminalConversation(shell, system.terminal(), ShellCommands::help)).run(List.of(arguments));
    }

    /** Where the process is, which whoever started it says in its environment. */
    static String directory(List<String> environment) {
        return environment.stream().filter(row -> row.startsWith("PWD=/")).map(row -> row.substring("PWD=".length())).findFirst().orElse("/");
    }

    /** The streams that the process was given, by their numbers; the first three are always there. */
    static Map<Integer, Channel> channels() {
        Map<Integer, Channel> channels = new TreeMap<>();
        for (int number = 0; number < MORE_STREAMS; number++) {
            GivenStream stream = new GivenStream(number < STREAMS.length ? STREAMS[number] : "fd" + number);
            if (stream.exists()) {
                channels.put(number, stream);
            } else if (number < STREAMS.length) {
                channels.put(number, new Nowhere());
            }
        }
        return channels;
    }

    /** Rows of the form {@code NAME=value}. */
    static List<String> environment() {
        List<String> rows = new ArrayList<>();
        Text row = new Text(Arguments.longest());
        for (int index = 0; Arguments.environment(index, row.clear()); index++) {
            rows.add(Tree.string(row));
        }
        return rows;
    }
}
