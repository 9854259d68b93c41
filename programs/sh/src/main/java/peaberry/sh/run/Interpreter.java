package peaberry.sh.run;

import java.util.List;
import java.util.function.IntSupplier;
import peaberry.sh.expand.ExpansionException;
import peaberry.sh.expand.Pattern;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.Source;
import peaberry.sh.syntax.SyntaxException;
import peaberry.sh.syntax.Word;

/** Runs commands. Each answers its exit status, which is {@code $?} from then on. */
public final class Interpreter {

    /** What who leaves the shell is told. */
    public static final String STOPPED_JOBS = "You have stopped jobs.\n";

    private final Shell shell;
    private final SimpleRunner simples;
    private final Pipelines pipelines;
    private final LoopRunner loops;
    private final Redirector redirector;

    Interpreter(Shell shell) {
        this.shell = shell;
        simples = new SimpleRunner(shell);
        pipelines = new Pipelines(shell);
        loops = new LoopRunner(shell, this);
        redirector = new Redirector(shell);
    }

    SimpleRunner simples() {
        return simples;
    }

    /** Runs a program with its arguments, whatever functions and builtins are called so. */
    public int runProgram(List<String> fields) {
        return simples.program(List.of(), fields);
    }

    /** Runs a builtin or a program, but no function; an error of a special builtin does not end the shell. */
    public int runWithoutFunctions(List<String> fields) {
        return simples.runWithoutFunctions(fields);
    }

    /** Reads and runs one complete command after another, up to the end of the source. */
    public int read(Source source) {
        Parser parser = new Parser(source);
        int status = 0;
        for (Command.Sequence next = parser.next(); next != null; next = parser.next()) {
            status = run(next);
        }
        return status;
    }

    /**
     * As {@link #read}, but for people: an error is told and becomes the status, what is left of its line is forgotten,
     * and the next line is read. Only {@code exit} and the end of the source end it.
     */
    public int converse(Source source) {
        Parser parser = new Parser(source);
        int status = 0;
        shell.beginConversation();
        while (true) {
            try {
                shell.system().takeInterrupt(); // what nobody heeded is over
                if (shell.controlsJobs()) {
                    shell.show(shell.jobs().ended());
                }
                if (source instanceof Conversation conversation) {
                    conversation.begin();
                }
                Command.Sequence next = parser.next();
                if (next == null && shell.controlsJobs() && shell.jobs().warns()) {
                    shell.show(STOPPED_JOBS);
                    parser = new Parser(source);
                } else if (next == null) {
                    return status;
                } else {
                    status = run(next);
                }
            } catch (Jump.Exit exit) {
                throw exit;
            } catch (RuntimeException e) {
                status = shell.setStatus(statusOf(e));
                parser = new Parser(source);
            }
        }
    }

    /** Runs all that a shell or subshell does, with the trap for its end, and closes what it had open. */
    public int toTheEnd(IntSupplier commands) {
        try {
            int status = untilLeft(commands);
            String last = shell.traps().takeExit();
            if (last == null) {
                return status;
            }
            shell.setStatus(status);
            shell.progress().statusBeforeTrap = status;
            return untilLeft(() -> {
                read(Source.of(last));
                return status;
            });
        } finally {
            shell.descriptors().closeAll();
        }
    }

    private int untilLeft(IntSupplier commands) {
        try {
            return commands.getAsInt();
        } catch (Jump.Interrupt interrupt) {
            shell.leaveInterrupted(interrupt);
            return statusOf(interrupt);
        } catch (RuntimeException e) {
            return statusOf(e);
        }
    }

    /** What a shell that is left so ends with. An error is told. */
    private int statusOf(RuntimeException left) {
        switch (left) {
            case Jump.Exit exit -> {
                return exit.status;
            }
            case Jump.Return result -> {
                return result.status;
            }
            case Jump.Interrupt interrupt -> {
                return Signals.IN_STATUS + Signals.number("INT");
            }
            case Jump loop -> { // in a subshell within a loop
                return 0;
            }
            default -> {
                return tell(left).status;
            }
        }
    }

    /** Tells an error while it can still be seen where it happened; what is thrown then is told. Anything else goes on as it is. */
    ShellError tell(RuntimeException thrown) {
        switch (thrown) {
            case ShellError error -> {
                if (error.getMessage() != null) {
                    shell.complain(error.getMessage());
                }
                return new ShellError(error.status, null);
            }
            case ExpansionException error -> shell.complain(error.getMessage());
            case SyntaxException error -> shell.complain(error.line(), "syntax error: " + error.getMessage());
            default -> throw thrown;
        }
        return new ShellError(ShellError.STATUS, null);
    }

    public int run(Command command) {
        if (shell.has(Option.NO_EXECUTE)) {
            return shell.status();
        }
        shell.heedInterrupt();
        return switch (command) {
            case Command.Simple simple -> finished(simples.run(simple));
            case Command.Pipeline pipeline -> finished(pipelines.run(pipeline));
            case Command.Not not -> shell.setStatus(test(not.command()) ? 1 : 0);
            case Command.And and -> test(and.left()) ? run(and.right()) : shell.status();
            case Command.Or or -> test(or.left()) ? shell.status() : run(or.right());
            case Command.Sequence sequence -> sequence(sequence);
            case Command.Background background -> shell.setStatus(pipelines.runInBackground(background.command()));
            case Command.Group group -> run(group.body());
            case Command.Subshell subshell -> finished(shell.controlsJobs() ? pipelines.runSubshell(subshell) : subshell(subshell.body()));
            case Command.If choice -> ifCommand(choice);
            case Command.For loop -> loops.run(loop);
            case Command.Loop loop -> loops.run(loop);
            case Command.Case choice -> caseCommand(choice);
            case Command.Function function -> {
                shell.functions().put(function.name(), function.body());
                yield shell.setStatus(0);
            }
            case Command.Redirected redirected -> redirected(redirected);
        };
    }

    /** What follows a command that may have taken a while: the actions for signals that came meanwhile, and a look at its status. */
    private int finished(int status) {
        shell.setStatus(status);
        if (status == Signals.STATUS_INTERRUPTED) {
            shell.heedInterruptNow();
        }
        runTraps();
        return checked(status);
    }

    /** Ends the shell if a status that nobody looks at says failure, and the option says so. */
    private int checked(int status) {
        shell.setStatus(status);
        if (status != 0 && shell.has(Option.EXIT_ON_ERROR) && !shell.progress().isTested) {
            throw new Jump.Exit(status);
        }
        return status;
    }

    /** Whether a command that is a condition succeeds. */
    boolean test(Command condition) {
        boolean before = shell.progress().isTested;
        shell.progress().isTested = true;
        try {
            return run(condition) == 0;
        } finally {
            shell.progress().isTested = before;
        }
    }

    private int sequence(Command.Sequence sequence) {
        int status = 0;
        for (Command command : sequence.commands()) {
            status = run(command);
        }
        return status;
    }

    private int subshell(Command body) {
        Shell subshell = shell.subshell();
        return subshell.interpreter().toTheEnd(() -> subshell.interpreter().run(body));
    }

    private int ifCommand(Command.If choice) {
        if (test(choice.condition())) {
            return run(choice.body());
        }
        return choice.otherwise().equals(Command.NOTHING) ? shell.setStatus(0) : run(choice.otherwise());
    }

    private int caseCommand(Command.Case choice) {
        String subject = shell.expander().text(choice.subject());
        for (Command.Branch branch : choice.branches()) {
            for (Word pattern : branch.patterns()) {
                if (new Pattern(shell.expander().pattern(pattern)).matches(subject)) {
                    return branch.body().equals(Command.NOTHING) ? shell.setStatus(0) : run(branch.body());
                }
            }
        }
        return shell.setStatus(0);
    }

    private int redirected(Command.Redirected redirected) {
        try {
            return redirector.with(redirected.redirections(), Redirector.Lasting.FOR_THE_COMMAND, () -> run(redirected.body()));
        } catch (RedirectionException e) {
            return checked(ShellError.STATUS);
        }
    }

    private void runTraps() {
        while (shell.traps().hasPending()) {
            int number = shell.traps().takePending();
            String action = shell.traps().actions().get(number);
            if (action == null) {
                shell.traps().takeExit();
                throw new Jump.Exit(Signals.IN_STATUS + number);
            }
            int status = shell.status();
            int outer = shell.progress().statusBeforeTrap;
            shell.progress().statusBeforeTrap = status;
            try {
                read(Source.of(action));
            } finally {
                shell.progress().statusBeforeTrap = outer;
            }
            shell.setStatus(status);
        }
    }
}
