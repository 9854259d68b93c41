package peaberry.sh.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.Printer;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.Pipe;

/**
 * Runs what runs at the same time: pipelines, and commands in the background. A part that is a program is started as
 * such; any other is a process with another shell, which continues from a {@link Snapshot} of this one. Only the last
 * part of a pipeline in the foreground needs no process, for its shell would wait for it in any case.
 */
final class Pipelines {

    /** Builtins that only write what their arguments say. */
    private static final Set<String> WRITING = Set.of("echo", "printf");

    private final Shell shell;

    Pipelines(Shell shell) {
        this.shell = shell;
    }

    int run(Command.Pipeline pipeline) {
        Feeds feeds = new Feeds(shell.system());
        List<Child> children = new ArrayList<>();
        try {
            Channel input = startAllButLast(pipeline, null, feeds, children);
            Command last = pipeline.commands().getLast();
            boolean here = !isProgram(last) && feeds.isEmpty() && !shell.controlsJobs(); // what feeds bring has to be read meanwhile, and only processes can be stopped
            if (here) {
                return runHere(last, input, children, feeds);
            }
            children.add(start(last, input, null, feeds));
            return shell.jobs().runInFront(shell, Printer.row(pipeline), children, feeds);
        } catch (IOException e) {
            throw new ShellError("pipeline: " + e.getMessage());
        }
    }

    private int runHere(Command last, Channel input, List<Child> children, Feeds feeds) throws IOException {
        Shell subshell = shell.subshell();
        subshell.descriptors().set(0, input);
        feeds.group().bringForward();
        try {
            int status = subshell.interpreter().toTheEnd(() -> subshell.interpreter().run(last));
            feeds.drain();
            children.forEach(Child::await);
            return status;
        } finally {
            feeds.group().withdraw();
        }
    }

    /** Runs a subshell as a process, so that it can be stopped. */
    int runSubshell(Command command) {
        Feeds feeds = new Feeds(shell.system());
        try {
            return shell.jobs().runInFront(shell, Printer.row(command), List.of(start(command, null, null, feeds)), feeds);
        } catch (IOException e) {
            throw new ShellError("subshell: " + e.getMessage());
        }
    }

    /** Answers what the last one reads. */
    private Channel startAllButLast(Command.Pipeline pipeline, Channel firstInput, Feeds feeds, List<Child> children) throws IOException {
        Channel input = firstInput;
        for (Command part : pipeline.commands().subList(0, pipeline.commands().size() - 1)) {
            if (isWriting(part)) {
                Channel written = shell.system().document(written(part));
                if (input != null) {
                    input.close();
                }
                input = written;
                continue;
            }
            Pipe pipe = shell.system().pipe();
            children.add(start(part, input, pipe.writing(), feeds));
            input = pipe.reading();
        }
        return input;
    }

    /** Starts a process for a command. The channels, which may be {@code null}, are its own. */
    private Child start(Command command, Channel input, Channel output, Feeds feeds) throws IOException {
        Shell part = shell.subshell();
        if (input != null) {
            part.descriptors().set(0, input);
        }
        if (output != null) {
            part.descriptors().set(1, output);
        }
        Child[] child = new Child[1];
        int status = part.interpreter().toTheEnd(() -> {
            try {
                child[0] = isProgram(command) ? part.interpreter().simples().start((Command.Simple) command, feeds)
                        : shell.system().startSubshell(feeds.group(), Snapshot.write(part), Printer.print(command), part.directory(), feeds.channels(part.descriptors()));
            } catch (IOException e) {
                throw new ShellError("cannot start a subshell: " + e.getMessage());
            }
            return 0;
        });
        return child[0] == null ? new Ended(status) : child[0];
    }

    /** Whether a command is a program for sure, before anything in it is expanded. */
    private boolean isProgram(Command command) {
        String name = name(command);
        return name != null && !name.isEmpty() && "*?[".chars().noneMatch(special -> name.indexOf(special) >= 0) && !shell.functions().containsKey(name)
                && !shell.builtins().containsKey(name);
    }

    /** Whether its output is known without running anything beside it. */
    private boolean isWriting(Command command) {
        String name = name(command);
        return name != null && WRITING.contains(name) && !shell.functions().containsKey(name) && ((Command.Simple) command).redirections().isEmpty();
    }

    private byte[] written(Command command) throws IOException {
        Collector collector = new Collector();
        Shell part = shell.subshell();
        part.descriptors().set(1, collector);
        part.interpreter().toTheEnd(() -> part.interpreter().run(command));
        return collector.content();
    }

    private static String name(Command command) {
        return command instanceof Command.Simple simple && !simple.words().isEmpty() ? simple.words().getFirst().literal() : null;
    }

    /** Starts a command that nobody waits for. It reads nothing unless it says what; where jobs are controlled it may become one that reads. */
    int runInBackground(Command command) {
        Feeds feeds = new Feeds(shell.system());
        List<Child> children = new ArrayList<>();
        try {
            Channel input = shell.controlsJobs() ? null : shell.system().document(new byte[0]);
            Command last = command;
            if (command instanceof Command.Pipeline pipeline) {
                input = startAllButLast(pipeline, input, feeds, children);
                last = pipeline.commands().getLast();
            }
            children.add(start(last, input, null, feeds));
        } catch (IOException e) {
            throw new ShellError("background: " + e.getMessage());
        }
        feeds.leave();
        Job job = shell.jobs().add(Printer.row(command), children, feeds);
        shell.progress().background = job.child().number();
        return 0;
    }
}
