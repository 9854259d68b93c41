package peaberry.fullscreen;

import java.io.IOException;
import java.util.List;
import peaberry.fullscreen.top.Tasks;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.TerminalChannel;
import peaberry.sh.system.Utf8;

/**
 * One run of a program: what it was given.
 *
 * @param tasks       says what runs
 * @param arguments   without the name
 * @param environment rows of the form {@code NAME=value}
 * @param directory   to which paths are relative; absolute
 */
public record Call(OperatingSystem system, Replacement replacement, Tasks tasks, String name, List<String> arguments, List<String> environment, String directory, Channel in, Channel out, Channel err) {

    private static final String TERMINAL = "/dev/tty";
    private static final int ROWS = 24;
    private static final int COLUMNS = 80;

    /** The absolute path of a file that an operand names. */
    public String path(String file) {
        if (file.startsWith("/")) {
            return file;
        }
        return directory.endsWith("/") ? directory + file : directory + "/" + file;
    }

    /** Whether what it writes is shown at a terminal from which it can have keys. */
    public boolean hasScreen() {
        return out.isTerminal() && system.look(TERMINAL) != null;
    }

    /** The terminal, whatever standard input and output are. */
    public TerminalChannel openTerminal() throws IOException {
        if (system.open(TERMINAL, OpenMode.READ_WRITE) instanceof TerminalChannel terminal) {
            return terminal;
        }
        throw new IOException("there is no terminal");
    }

    /** How many rows the terminal has, as far as the environment says. */
    public int rows() {
        return number("LINES", ROWS);
    }

    public int columns() {
        return number("COLUMNS", COLUMNS);
    }

    private int number(String variable, int otherwise) {
        int number = 0;
        for (String row : environment) {
            for (int i = variable.length() + 1; row.startsWith(variable + "=") && i < row.length(); i++) {
                int digit = row.charAt(i) - '0';
                number = digit < 0 || digit > 9 || number > 999 ? 0 : number * 10 + digit;
            }
        }
        return number == 0 ? otherwise : number;
    }

    /** Writes a line with the program's name to standard error. */
    public void say(String message) throws IOException {
        byte[] line = Utf8.encode(name + ": " + message + "\n");
        err.write(line, 0, line.length);
    }
}
