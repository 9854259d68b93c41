package peaberry.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import peaberry.administration.Administration;
import peaberry.fullscreen.ProgramNames;
import peaberry.tools.Names;

/**
 * What is in {@link #DIRECTORY}: programs that came with the system. It is no directory of a file server, and nothing else can be there. All small ones are one program, which is the one that it
 * is called; whatever else the system's declaration has under a name can be started there, too.
 */
final class BuiltIns {

    static final String DIRECTORY = "/bin";
    static final String SHELL = "sh";
    /** The tools that are of this system. */
    static final String RUN = "run";
    static final String WHY = "why";

    /** The program that all small tools are, and the one that all are which fill the screen. */
    private static final String TOOLS = "tools";
    private static final String FULL_SCREEN = "full-screen";
    private static final List<String> OWN = List.of(RUN, WHY);
    /** What is built into the shell, for those who start it as a program. */
    private static final List<String> OF_SHELL = List.of("[", "echo", "false", "printf", "pwd", "test", "true");
    private static final List<String> OTHERS = List.of("passwd", "people", "sha256sum");
    private static final String BELOW = DIRECTORY + "/";

    private BuiltIns() {
    }

    /** Whether a path is of something in the directory. */
    static boolean isBelow(String path) {
        return path.startsWith(BELOW);
    }

    /** The name of what has that path, which is below the directory. */
    static String name(String path) {
        return path.substring(BELOW.length());
    }

    /** What is shown of the directory: what every system has, and what the ordinary one has besides. */
    static List<String> names() {
        return Stream.of(List.of(SHELL), Names.ALL, ProgramNames.ALL, Administration.NAMES, OWN, OF_SHELL, OTHERS).flatMap(List::stream).sorted().toList();
    }

    /** Whether every system has a program of that name. */
    static boolean isEverywhere(String name) {
        return name.equals(SHELL) || OF_SHELL.contains(name) || isTool(name) || ProgramNames.isOne(name);
    }

    static boolean isTool(String name) {
        return Names.isTool(name) || Administration.isCommand(name) || OWN.contains(name);
    }

    /** The program that is started for a name, as the system's declaration calls it. */
    static String image(String name) {
        if (OF_SHELL.contains(name)) {
            return SHELL;
        }
        return isTool(name) ? TOOLS : ProgramNames.isOne(name) ? FULL_SCREEN : name;
    }

    /** The arguments of the program that is started for a name: the first one says which it is to be, if it is several. @param given as it was called */
    static List<String> arguments(String name, List<String> given) {
        List<String> arguments = new ArrayList<>(given);
        if (OF_SHELL.contains(name)) {
            arguments.set(0, name);
            arguments.addAll(0, List.of(SHELL, "-c", name + " \"$@\""));
        } else if (isTool(name) || ProgramNames.isOne(name)) {
            arguments.set(0, name);
        }
        return arguments;
    }
}
