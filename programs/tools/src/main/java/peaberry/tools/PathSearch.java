package peaberry.tools;

import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.FileStatus;

/** Where programs are found: in the directories that {@code PATH} names, in order. */
final class PathSearch {

    private PathSearch() {
    }

    /** The paths of all programs of a name; one with a slash is a path itself. */
    static List<String> all(Call call, String program, List<String> environment) {
        List<String> found = new ArrayList<>();
        if (program.indexOf('/') >= 0) {
            addProgram(call, program, found);
            return found;
        }
        String path = "";
        for (String row : environment) {
            path = row.startsWith("PATH=") ? row.substring("PATH=".length()) : path;
        }
        int start = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == ':') {
                addProgram(call, (at == start ? "." : path.substring(start, at)) + "/" + program, found);
                start = at + 1;
            }
        }
        return found;
    }

    private static void addProgram(Call call, String file, List<String> found) {
        FileStatus status = call.look(file);
        if (status != null && status.isProgram()) {
            found.add(file);
        }
    }

    /** The absolute path of the program that a name starts, or null. */
    static String first(Call call, String program, List<String> environment) {
        if (program.indexOf('/') >= 0) {
            return call.look(program) == null ? null : call.path(program);
        }
        List<String> found = all(call, program, environment);
        return found.isEmpty() ? null : call.path(found.getFirst());
    }
}
