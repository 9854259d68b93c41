package peaberry.sh.builtins;

import java.io.IOException;
import java.util.List;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Interpreter;
import peaberry.sh.run.Jump;
import peaberry.sh.run.Programs;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Source;

/** What decides which command comes next. */
final class ControlBuiltins {

    private ControlBuiltins() {}

    static int breakLoops(Shell shell, List<String> arguments) {
        int levels = levels(shell, arguments);
        if (levels > 0) {
            throw new Jump.Break(levels);
        }
        return 0;
    }

    static int continueLoop(Shell shell, List<String> arguments) {
        int levels = levels(shell, arguments);
        if (levels > 0) {
            throw new Jump.Continue(levels);
        }
        return 0;
    }

    /** As many loops as there are, at most; outside of loops none. */
    private static int levels(Shell shell, List<String> arguments) {
        int wanted = arguments.isEmpty() ? 1 : Arguments.number(arguments.getFirst());
        if (wanted == 0) {
            throw new BuiltinException("illegal number: 0");
        }
        return Math.min(wanted, shell.loops());
    }

    static int returnFromFunction(Shell shell, List<String> arguments) {
        throw new Jump.Return(statusToLeaveWith(shell, arguments));
    }

    static int exit(Shell shell, List<String> arguments) {
        if (shell.controlsJobs() && shell.jobs().warns()) {
            shell.show(Interpreter.STOPPED_JOBS);
            return 0;
        }
        throw new Jump.Exit(statusToLeaveWith(shell, arguments) & 0xff);
    }

    private static int statusToLeaveWith(Shell shell, List<String> arguments) {
        return arguments.isEmpty() ? shell.statusToLeaveWith() : Arguments.number(arguments.getFirst());
    }

    static int eval(Shell shell, List<String> arguments) {
        return shell.interpreter().read(Source.of(String.join(" ", arguments)));
    }

    static int dot(Shell shell, List<String> arguments) {
        List<String> operands = Arguments.withoutSeparator(arguments);
        if (operands.isEmpty()) {
            return 0;
        }
        Programs programs = new Programs(shell);
        String path = programs.findScript(operands.getFirst());
        if (path == null) {
            throw new BuiltinException(operands.getFirst() + ": not found");
        }
        String script;
        try {
            script = programs.read(shell.absolute(path));
        } catch (IOException e) {
            throw new BuiltinException("cannot open " + operands.getFirst() + ": " + e.getMessage());
        }
        try {
            return shell.interpreter().read(Source.of(script));
        } catch (Jump.Return result) {
            return result.status;
        }
    }

    /** A program takes the place of the shell, which here waits for it and ends as it ends; traps are not for it. */
    static int exec(Shell shell, List<String> arguments) {
        List<String> operands = Arguments.withoutSeparator(arguments);
        if (operands.isEmpty()) {
            return 0;
        }
        int status = shell.interpreter().runProgram(operands);
        shell.traps().reset(0);
        throw new Jump.Exit(status);
    }
}
