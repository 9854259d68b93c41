package peaberry.tools;

import java.util.List;

/** What tools there are. It is apart from them, so that who only wants to know does not have them all. */
public final class Names {

    public static final List<String> ALL = List.of("basename", "cat", "cut", "dirname", "env", "grep", "head", "ls", "seq", "sort", "tail", "tee", "tr", "uniq", "wc");

    private Names() {
    }

    public static boolean isTool(String name) {
        return ALL.contains(name);
    }
}
