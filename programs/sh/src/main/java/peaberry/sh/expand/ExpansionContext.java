package peaberry.sh.expand;

import java.util.List;
import peaberry.sh.syntax.Command;

/** What expansions need to know of the shell, and what they change in it. */
public interface ExpansionContext {

    /** A parameter's value: of a variable, a position or a special one but {@code @} and {@code *}; {@code null} if unset. */
    String get(String parameter);

    /** Sets a variable. */
    void set(String variable, String value);

    List<String> positional();

    /** Whether it is an error to expand what is not set. */
    boolean unsetIsError();

    /** Whether pathnames are expanded. */
    boolean expandsPathnames();

    /** What commands write, without the line feeds at its end. */
    String output(Command commands);

    /** The names in a directory; an empty path is the current one. */
    List<String> list(String directory);

    /** Whether something is there; where the path ends in a slash, a directory. */
    boolean exists(String path);
}
