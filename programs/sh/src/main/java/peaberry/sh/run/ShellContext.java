package peaberry.sh.run;

import java.io.IOException;
import java.util.List;
import peaberry.sh.expand.ExpansionContext;
import peaberry.sh.syntax.Command;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.Utf8;

/** What the expansion of words sees of a shell. */
final class ShellContext implements ExpansionContext {

    private final Shell shell;

    ShellContext(Shell shell) {
        this.shell = shell;
    }

    @Override
    public String get(String parameter) {
        if (Character.isDigit(parameter.charAt(0))) {
            return positional(parameter);
        }
        Progress progress = shell.progress();
        return switch (parameter) {
            case "?" -> Integer.toString(progress.status);
            case "$" -> Integer.toString(progress.processNumber);
            case "#" -> Integer.toString(positional().size());
            case "!" -> progress.background == 0 ? null : Integer.toString(progress.background);
            case "-" -> shell.optionLetters();
            case "LINENO" -> Integer.toString(progress.line);
            default -> shell.variables().get(parameter);
        };
    }

    private String positional(String digits) {
        int number = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (number == 0) {
            return shell.name();
        }
        return number <= positional().size() ? positional().get(number - 1) : null;
    }

    @Override
    public void set(String variable, String value) {
        shell.set(variable, value);
    }

    @Override
    public List<String> positional() {
        return shell.positional();
    }

    @Override
    public boolean unsetIsError() {
        return shell.has(Option.NO_UNSET);
    }

    @Override
    public boolean expandsPathnames() {
        return !shell.has(Option.NO_GLOB);
    }

    /** Runs commands in a subshell within this process. */
    @Override
    public String output(Command commands) {
        Collector collector = new Collector();
        Shell subshell = shell.subshell();
        subshell.descriptors().set(1, collector);
        subshell.progress().isTested = false;
        shell.progress().substitutionStatus = subshell.interpreter().toTheEnd(() -> subshell.interpreter().run(commands));
        try {
            String output = Utf8.decode(collector.content());
            int end = output.length();
            while (end > 0 && output.charAt(end - 1) == '\n') {
                end--;
            }
            return output.substring(0, end).replace("\0", "");
        } catch (IOException e) {
            throw new ShellError("command substitution: " + e.getMessage());
        }
    }

    @Override
    public List<String> list(String path) {
        return shell.system().list(path.isEmpty() ? shell.directory() : shell.absolute(path));
    }

    @Override
    public boolean exists(String path) {
        if (path.endsWith("/")) {
            FileStatus status = shell.system().look(shell.absolute(path));
            return status != null && status.is(FileStatus.Kind.DIRECTORY);
        }
        return shell.system().lookAtLink(shell.absolute(path)) != null;
    }
}
