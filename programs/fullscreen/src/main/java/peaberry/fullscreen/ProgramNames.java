package peaberry.fullscreen;

import java.util.List;

/** What programs there are that fill the screen. It is apart from them, so that who only wants to know does not have them all. */
public final class ProgramNames {

    public static final List<String> ALL = List.of("edit", "less", "man", "top");

    private ProgramNames() {
    }

    public static boolean isOne(String name) {
        return ALL.contains(name);
    }
}
