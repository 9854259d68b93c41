package peaberry.sh;

import peaberry.sh.run.Option;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Source;

/** A script line by line, which are shown as they are read if the shell is to be verbose. */
final class ScriptSource implements Source {

    private final Shell shell;
    private final String text;
    private int next;

    ScriptSource(Shell shell, String text) {
        this.shell = shell;
        this.text = text;
    }

    @Override
    public String nextLine() {
        if (next == text.length()) {
            return null;
        }
        int feed = text.indexOf('\n', next);
        int end = feed < 0 ? text.length() : feed + 1;
        String line = text.substring(next, end);
        next = end;
        if (shell.has(Option.VERBOSE)) {
            shell.show(line);
        }
        return line;
    }
}
