package peaberry.interactive;

import java.io.IOException;
import peaberry.sh.run.Shell;

/** The history of a shell, which is in the file that its variables name: {@code HISTFILE}, or {@code .sh_history} in {@code HOME}; {@code HISTSIZE} says how many lines there are at most. */
final class KeptHistory {

    private static final int USUAL_SIZE = 500;
    private static final int DIGITS = 6;

    private final Shell shell;
    private final History history = new History();
    private String path = "";
    private HistoryFile file;

    KeptHistory(Shell shell) {
        this.shell = shell;
    }

    /** As it is after {@link #open}. */
    History history() {
        return history;
    }

    private static String path(Shell shell) {
        String named = shell.get("HISTFILE");
        String home = shell.get("HOME");
        if (named != null) {
            return named.isEmpty() ? "" : shell.absolute(named);
        }
        return home == null || home.isEmpty() ? "" : shell.absolute(home.endsWith("/") ? home + ".sh_history" : home + "/.sh_history");
    }

    private static int size(Shell shell) {
        String size = shell.get("HISTSIZE");
        boolean isNumber = size != null && !size.isEmpty() && size.length() <= DIGITS && size.chars().allMatch(Character::isDigit);
        return isNumber ? Integer.parseInt(size) : USUAL_SIZE;
    }

    /** Reads what is in the file, if the variables name another one than before. Without one it is only in memory. */
    void open() {
        history.limit(size(shell));
        String wanted = path(shell);
        if (wanted.equals(path)) {
            return;
        }
        path = wanted;
        file = wanted.isEmpty() ? null : new HistoryFile(shell.system(), wanted);
        if (file != null) {
            try {
                file.read(history, size(shell));
            } catch (IOException failure) {
                fail(failure);
            }
        }
    }

    /** Adds a command that was typed, if it is worth it. */
    void add(String command) {
        if (history.add(command) && file != null) {
            try {
                file.append(command);
            } catch (IOException failure) {
                fail(failure);
            }
        }
    }

    /** What cannot be written is told once. */
    private void fail(IOException failure) {
        shell.show(shell.name() + ": history: " + path + ": " + failure.getMessage() + "\n");
        file = null;
    }
}
