package peaberry.sh.builtins;

import java.io.IOException;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Shell;
import peaberry.sh.system.FileStatus;

/** What {@code test} finds out about files. */
final class FileTests {

    private final Shell shell;

    FileTests(Shell shell) {
        this.shell = shell;
    }

    boolean isTerminal(String descriptor) {
        try {
            return shell.channel(Arguments.number(descriptor)).isTerminal();
        } catch (IOException e) {
            return false;
        }
    }

    private FileStatus look(String path) {
        return path.isEmpty() ? null : shell.system().look(shell.absolute(path));
    }

    boolean test(String operator, String path) {
        if (operator.equals("-h") || operator.equals("-L")) {
            FileStatus link = path.isEmpty() ? null : shell.system().lookAtLink(shell.absolute(path));
            return link != null && link.is(FileStatus.Kind.LINK);
        }
        FileStatus status = look(path);
        return switch (operator) {
            case "-e" -> status != null;
            case "-f" -> is(status, FileStatus.Kind.REGULAR);
            case "-d" -> is(status, FileStatus.Kind.DIRECTORY);
            case "-p" -> is(status, FileStatus.Kind.PIPE);
            case "-S" -> is(status, FileStatus.Kind.SOCKET);
            case "-b" -> is(status, FileStatus.Kind.BLOCK_DEVICE);
            case "-c" -> is(status, FileStatus.Kind.CHARACTER_DEVICE);
            case "-s" -> status != null && status.size() > 0;
            case "-r" -> status != null && status.readable();
            case "-w" -> status != null && status.writable();
            case "-x" -> status != null && status.executable();
            default -> throw new BuiltinException(operator + ": unexpected operator");
        };
    }

    private static boolean is(FileStatus status, FileStatus.Kind kind) {
        return status != null && status.is(kind);
    }

    boolean compare(String left, String operator, String right) {
        FileStatus one = look(left);
        FileStatus other = look(right);
        return switch (operator) {
            case "-nt" -> one != null && (other == null || one.modified() > other.modified());
            case "-ot" -> other != null && (one == null || one.modified() < other.modified());
            default -> one != null && other != null && one.identity().equals(other.identity());
        };
    }
}
