package peaberry.sh.run;

import java.util.List;
import peaberry.sh.syntax.Command;

/** Runs loops, and ends what leaves them. */
final class LoopRunner {

    private final Shell shell;
    private final Interpreter interpreter;

    LoopRunner(Shell shell, Interpreter interpreter) {
        this.shell = shell;
        this.interpreter = interpreter;
    }

    int run(Command.For loop) {
        List<String> values = shell.expander().fields(loop.words());
        int status = 0;
        shell.progress().loops++;
        try {
            for (String value : values) {
                shell.set(loop.variable(), value);
                status = pass(loop.body());
            }
        } catch (Jump.Break leave) {
            status = left(leave);
        } finally {
            shell.progress().loops--;
        }
        return shell.setStatus(status);
    }

    int run(Command.Loop loop) {
        int status = 0;
        shell.progress().loops++;
        try {
            while (holds(loop)) {
                status = pass(loop.body());
            }
        } catch (Jump.Break leave) {
            status = left(leave);
        } finally {
            shell.progress().loops--;
        }
        return shell.setStatus(status);
    }

    private boolean holds(Command.Loop loop) {
        while (true) {
            try {
                return interpreter.test(loop.condition()) == (loop.kind() == Command.Loop.Kind.WHILE);
            } catch (Jump.Continue next) { // in the condition: it is tried again
                goOn(next);
            }
        }
    }

    /** One pass of a loop. */
    private int pass(Command body) {
        try {
            return interpreter.run(body);
        } catch (Jump.Continue next) {
            return goOn(next);
        }
    }

    private static int goOn(Jump.Continue next) {
        if (next.levels > 1) {
            throw new Jump.Continue(next.levels - 1);
        }
        return 0;
    }

    private static int left(Jump.Break leave) {
        if (leave.levels > 1) {
            throw new Jump.Break(leave.levels - 1);
        }
        return 0;
    }
}
