package peaberry.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import peaberry.administration.Administration;
import peaberry.runtime.Arguments;
import peaberry.runtime.Text;
import peaberry.sh.system.Channel;
import peaberry.tools.Digest;
import peaberry.tools.Tools;

/** All small tools as one program, which is the one that it is called. */
public final class ToolMain {

    private static final int STATUS_NAMELESS = 127;

    private ToolMain() {
    }

    /** Ends with the tool's status. @param decoded not used: bytes that are not UTF-8 are lost there */
    public static void main(String[] decoded) {
        List<String> arguments = arguments();
        if (arguments.isEmpty()) {
            System.exit(STATUS_NAMELESS);
        }
        Map<Integer, Channel> channels = Sh.channels();
        List<String> environment = Sh.environment();
        System.exit(run(new PosixSystem(), arguments.getFirst(), arguments.subList(1, arguments.size()), environment, channels));
    }

    private static int run(PosixSystem system, String name, List<String> arguments, List<String> environment, Map<Integer, Channel> channels) {
        String directory = Sh.directory(environment);
        return switch (name) {
            case BuiltIns.RUN -> new Run(system, environment, directory, channels).run(arguments);
            case BuiltIns.WHY -> Why.run(new RefusalRecord(system, environment), arguments, channels);
            default -> Administration.isCommand(name) ? Administration.run(name, arguments, System.out, System.err)
                    : Tools.run(system, name, arguments, environment, directory, channels.get(0), channels.get(1), channels.get(2));
        };
    }

    /** Runs {@code sha256sum} as the process's arguments say, without the first one. @param digest SHA-256 @return its status */
    public static int sha256sum(Digest digest) {
        List<String> arguments = arguments();
        Map<Integer, Channel> channels = Sh.channels();
        List<String> environment = Sh.environment();
        return Tools.sha256sum(new PosixSystem(), digest, arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size()), environment, Sh.directory(environment),
                channels.get(0), channels.get(1), channels.get(2));
    }

    static List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        Text argument = new Text(Arguments.longest());
        for (int index = 0; Arguments.get(index, argument.clear()); index++) {
            arguments.add(Tree.string(argument));
        }
        return arguments;
    }
}
