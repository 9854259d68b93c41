package peaberry.sh.run;

import java.util.List;
import java.util.Set;

/** A command that the shell itself is. */
@FunctionalInterface
public interface Builtin {

    /** Those that POSIX calls special, and {@code local}: an error in one ends the shell, and assignments before one stay. */
    Set<String> SPECIAL = Set.of(":", ".", "break", "continue", "eval", "exec", "exit", "export", "local", "readonly", "return", "set", "shift",
            "times", "trap", "unset");

    /** Those whose arguments may be assignments, which are expanded like such. */
    Set<String> DECLARING = Set.of("export", "readonly", "local");

    /**
     * Does it and answers its exit status.
     *
     * @param arguments without the name
     */
    int run(Shell shell, List<String> arguments);
}
