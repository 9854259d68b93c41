package peaberry.sh.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
            return redirector.withOrFail(redirections, Redirector.Lasting.FOR_THE_COMMAND, () -> {
                trace(assignAll(assignments), fields);
                return shell.progress().substitutionStatus;
            });
        }
        String name = fields.getFirst();
        Builtin builtin = shell.builtins().get(name);
        if (builtin != null && Builtin.SPECIAL.contains(name)) {
            return special(builtin, assignments, fields, redirections, lookup);
        }
        Command function = lookup == Lookup.ALL ? shell.functions().get(name) : null;
        boolean stays = name.equals("command") && fields.size() == 2 && fields.getLast().equals("exec");
        return redirector.withOrFail(redirections, stays ? Redirector.Lasting.FOR_GOOD : Redirector.Lasting.FOR_THE_COMMAND, () -> {
            if (function != null) {
                return withAssignments(assignments, fields, () -> call(function, fields.subList(1, fields.size())));
            }
            if (builtin == null) {
                return program(assignments, fields);
            }
            if (assignments.isEmpty()) {
                trace(List.of(), fields);
                return run(builtin, fields);
            }
            return withAssignments(assignments, fields, () -> run(builtin, fields));
        });
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

    /** What is assigned before a special builtin stays, and its errors end the shell unless {@code command} is before it. */
    private int special(Builtin builtin, List<Command.Assignment> assignments, List<String> fields, List<Redirection> redirections,
            Lookup lookup) {
        boolean isExec = fields.getFirst().equals("exec");
        boolean stays = isExec && fields.size() == 1;
        try {
            return redirector.with(redirections, stays ? Redirector.Lasting.FOR_GOOD : Redirector.Lasting.FOR_THE_COMMAND, () -> {
                trace(assignAll(assignments), fields);
                if (isExec) { // a program that takes the shell's place gets them
                    assignments.forEach(assignment -> shell.variables().export(assignment.name()));
                }
                try {
                    return builtin.run(shell, fields.subList(1, fields.size()));
                } catch (BuiltinException e) {
                    ShellError error = shell.interpreter().tell(new ShellError(e.status, fields.getFirst() + ": " + e.getMessage()));
                    if (lookup == Lookup.ALL) {
                        throw error;
                    }
                    return e.status;
                }
            });
        } catch (RedirectionException e) {
            throw new ShellError(ShellError.STATUS, null);
        }
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

    /** Does something with variables that are exported meanwhile and as before afterwards. */
    private <T> T withAssignments(List<Command.Assignment> assignments, List<String> fields, Supplier<T> action) {
        shell.variables().openScope();
        try {
            assignments.forEach(assignment -> shell.variables().makeLocal(assignment.name()));
            trace(assignAll(assignments), fields);
            assignments.forEach(assignment -> shell.variables().export(assignment.name()));
            return action.get();
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
        Child child = withAssignments(assignments, fields, () -> programs.start(fields, feeds));
        return shell.jobs().runInFront(shell, Quoting.command(fields), List.of(child), feeds);
    }

    /** Starts a program that is not waited for. This shell is a copy that is used for nothing else. */
    Child start(Command.Simple simple, Feeds feeds) {
        shell.progress().line = simple.line();
        List<String> fields = fields(simple.words());
        Child[] child = new Child[1];
        int status = redirector.withOrFail(simple.redirections(), Redirector.Lasting.FOR_GOOD, () -> {
            child[0] = withAssignments(simple.assignments(), fields, () -> programs.start(fields, feeds));
            return 0;
        });
        return child[0] == null ? new Ended(status) : child[0];
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
