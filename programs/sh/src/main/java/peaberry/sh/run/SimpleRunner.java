package peaberry.sh.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.Redirection;
import peaberry.sh.syntax.Word;
import peaberry.sh.system.Child;

/** Runs simple commands: assignments, functions, builtins and programs. */
final class SimpleRunner {

    /** Functions that call each other deeper than this fail, before the stack of the shell itself does. */
    private static final int DEEPEST = 1000;

    private final Shell shell;
    private final Redirector redirector;
    private final Programs programs;

    SimpleRunner(Shell shell) {
        this.shell = shell;
        redirector = new Redirector(shell);
        programs = new Programs(shell);
    }

    int run(Command.Simple simple) {
        shell.progress().line = simple.line();
        shell.progress().substitutionStatus = 0;
        List<String> fields = fields(simple.words());
        return run(simple.assignments(), fields, simple.redirections(), Lookup.ALL);
    }

    /** Runs fields as a command, as {@code command} does: not a function, and no error of a special builtin ends the shell. */
    int runWithoutFunctions(List<String> fields) {
        return run(List.of(), fields, List.of(), Lookup.NO_FUNCTIONS);
    }

    private enum Lookup { ALL, NO_FUNCTIONS }

    /** Where a command declares variables, words that look like assignments are expanded as such. */
    private List<String> fields(List<Word> words) {
        if (words.isEmpty() || words.getFirst().literal() == null || !Builtin.DECLARING.contains(words.getFirst().literal())) {
            return shell.expander().fields(words);
        }
        List<String> fields = new ArrayList<>();
        for (Word word : words) {
            Command.Assignment assignment = Command.Assignment.of(word);
            if (assignment == null) {
                fields.addAll(shell.expander().fields(List.of(word)));
            } else {
                fields.add(assignment.name() + "=" + shell.expander().assigned(assignment.value()));
            }
        }
        return fields;
    }

    private int run(List<Command.Assignment> assignments, List<String> fields, List<Redirection> redirections, Lookup lookup) {
        if (fields.isEmpty()) {
            return assign(assignments, redirections);
        }
        String name = fields.getFirst();
        Builtin builtin = shell.builtins().get(name);
        if (builtin != null && Builtin.SPECIAL.contains(name)) {
            return special(builtin, assignments, fields, redirections, lookup);
        }
        Descriptors.Undo undo;
        try {
            undo = redirector.apply(redirections);
        } catch (RedirectionException e) {
            shell.complain(e.getMessage());
            return ShellError.STATUS;
        }
        boolean keep = name.equals("command") && fields.size() == 2 && fields.getLast().equals("exec");
        try {
            Command function = lookup == Lookup.ALL ? shell.functions().get(name) : null;
            if (function != null) {
                return withAssignments(assignments, fields, () -> call(function, fields.subList(1, fields.size())));
            }
            if (builtin != null) {
                return assignments.isEmpty() ? traced(builtin, fields) : withAssignments(assignments, fields, () -> run(builtin, fields));
            }
            return program(assignments, fields);
        } catch (RuntimeException e) {
            throw shell.interpreter().tell(e);
        } finally {
            if (keep) {
                undo.forget();
            } else {
                undo.undo();
            }
        }
    }

    private int assign(List<Command.Assignment> assignments, List<Redirection> redirections) {
        try {
            Descriptors.Undo undo = redirector.apply(redirections);
            try {
                trace(assignAll(assignments), List.of());
            } finally {
                undo.undo();
            }
            return shell.progress().substitutionStatus;
        } catch (RedirectionException e) {
            shell.complain(e.getMessage());
            return ShellError.STATUS;
        }
    }

    /** Answers what was assigned, to be traced. */
    private List<String> assignAll(List<Command.Assignment> assignments) {
        List<String> assigned = new ArrayList<>();
        for (Command.Assignment assignment : assignments) {
            String value = shell.expander().assigned(assignment.value());
            shell.set(assignment.name(), value);
            assigned.add(assignment.name() + "=" + value);
        }
        return assigned;
    }

    private int special(Builtin builtin, List<Command.Assignment> assignments, List<String> fields, List<Redirection> redirections,
            Lookup lookup) {
        Descriptors.Undo undo;
        try {
            undo = redirector.apply(redirections);
        } catch (RedirectionException e) {
            throw new ShellError(e.getMessage());
        }
        boolean keep = fields.size() == 1 && fields.getFirst().equals("exec");
        try {
            trace(assignAll(assignments), fields);
            if (fields.getFirst().equals("exec")) { // a program that takes the shell's place gets them
                assignments.forEach(assignment -> shell.variables().export(assignment.name()));
            }
            return builtin.run(shell, fields.subList(1, fields.size()));
        } catch (BuiltinException e) {
            String message = fields.getFirst() + ": " + e.getMessage();
            if (lookup == Lookup.ALL) {
                throw shell.interpreter().tell(new ShellError(e.status, message));
            }
            shell.complain(message);
            return e.status;
        } catch (RuntimeException e) {
            throw shell.interpreter().tell(e);
        } finally {
            if (keep) {
                undo.forget();
            } else {
                undo.undo();
            }
        }
    }

    /** Without a scope of its own, so that {@code local} has the function's. */
    private int traced(Builtin builtin, List<String> fields) {
        trace(List.of(), fields);
        return run(builtin, fields);
    }

    private int run(Builtin builtin, List<String> fields) {
        try {
            return builtin.run(shell, fields.subList(1, fields.size()));
        } catch (BuiltinException e) {
            shell.complain(fields.getFirst() + ": " + e.getMessage());
            return e.status;
        } catch (RuntimeException e) {
            return shell.interpreter().tell(e).status;
        }
    }

    /** What runs with variables that are as before afterwards. */
    @FunctionalInterface
    private interface Action {

        int run();
    }

    private int withAssignments(List<Command.Assignment> assignments, List<String> fields, Action action) {
        shell.variables().openScope();
        try {
            for (Command.Assignment assignment : assignments) {
                shell.variables().makeLocal(assignment.name());
            }
            trace(assignAll(assignments), fields);
            assignments.forEach(assignment -> shell.variables().export(assignment.name()));
            return action.run();
        } finally {
            shell.variables().closeScope();
        }
    }

    private int call(Command function, List<String> arguments) {
        Progress progress = shell.progress();
        if (progress.functions >= DEEPEST) {
            throw new ShellError("functions call each other too deeply");
        }
        List<String> outer = shell.positional();
        int loops = progress.loops;
        shell.setPositional(arguments);
        progress.loops = 0;
        progress.functions++;
        try {
            return shell.interpreter().run(function);
        } catch (Jump.Return result) {
            return shell.setStatus(result.status);
        } finally {
            progress.functions--;
            progress.loops = loops;
            shell.setPositional(outer);
        }
    }

    int program(List<Command.Assignment> assignments, List<String> fields) {
        Feeds feeds = new Feeds(shell.system());
        Child child = start(assignments, fields, feeds);
        try {
            feeds.drain();
        } catch (IOException e) {
            throw new ShellError(e.getMessage());
        }
        return child.await();
    }

    private Child start(List<Command.Assignment> assignments, List<String> fields, Feeds feeds) {
        shell.variables().openScope();
        try {
            for (Command.Assignment assignment : assignments) {
                shell.variables().makeLocal(assignment.name());
            }
            trace(assignAll(assignments), fields);
            assignments.forEach(assignment -> shell.variables().export(assignment.name()));
            return programs.start(fields, feeds);
        } finally {
            shell.variables().closeScope();
        }
    }

    /** Starts a program that is not waited for. This shell is a copy that is used for nothing else. */
    Child start(Command.Simple simple, Feeds feeds) {
        shell.progress().line = simple.line();
        List<String> fields = fields(simple.words());
        try {
            redirector.apply(simple.redirections()).forget();
        } catch (RedirectionException e) {
            shell.complain(e.getMessage());
            return new Ended(ShellError.STATUS);
        }
        return start(simple.assignments(), fields, feeds);
    }

    private void trace(List<String> assigned, List<String> fields) {
        if (!shell.has(Option.TRACE)) {
            return;
        }
        String prompt = shell.get("PS4");
        List<String> all = new ArrayList<>(assigned);
        all.addAll(fields);
        shell.show((prompt == null ? "+ " : prompt) + String.join(" ", all) + "\n");
    }
}
