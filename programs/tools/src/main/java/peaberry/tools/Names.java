package peaberry.tools;

import java.util.List;

/** What tools there are. It is apart from them, so that who only wants to know does not have them all. */
public final class Names {

    public static final List<String> ALL = List.of("basename", "cat", "chmod", "chown", "cmp", "cp", "cut", "date", "df", "dirname", "du", "env", "find", "grep", "head", "ln", "ls", "mkdir", "mv", "readlink", "realpath", "rm", "rmdir", "seq", "sleep", "sort", "stat", "tail", "tee", "touch", "tr", "uniq", "wc", "which");

    private Names() {
    }

    public static boolean isTool(String name) {
        return ALL.contains(name);
    }
}
