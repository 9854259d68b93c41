package peaberry.posix;

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
        return Stream.of(List.of(SHELL), Names.ALL, ProgramNames.ALL, Administration.NAMES, OWN, OTHERS).flatMap(List::stream).sorted().toList();
    }

    /** Whether every system has a program of that name. */
    static boolean isEverywhere(String name) {
        return name.equals(SHELL) || isTool(name) || ProgramNames.isOne(name);
    }

    static boolean isTool(String name) {
        return Names.isTool(name) || Administration.isCommand(name) || OWN.contains(name);
    }

    /** The program that is started for a name, as the system's declaration calls it. */
    static String image(String name) {
        return isTool(name) ? TOOLS : ProgramNames.isOne(name) ? FULL_SCREEN : name;
    }

    /** What the program that is started for a name is called: itself, if it is not several. @param otherwise as it was called */
    static String called(String name, String otherwise) {
        return isTool(name) || ProgramNames.isOne(name) ? name : otherwise;
    }
}
