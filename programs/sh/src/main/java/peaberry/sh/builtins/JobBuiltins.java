package peaberry.sh.builtins;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Job;
import peaberry.sh.run.Shell;
import peaberry.sh.run.Signals;
import peaberry.sh.system.Child;
import peaberry.sh.system.ProcessorTimes;

/** Builtins for commands in the background, signals and times. */
final class JobBuiltins {

    private static final int UNKNOWN = 127;
    private static final int CONTINUE = Signals.number("CONT");
    private static final Set<Integer> STOPPING = Set.of(Signals.number("STOP"), Signals.number("TSTP"), Signals.number("TTIN"), Signals.number("TTOU"));

    private JobBuiltins() {}

    static int await(Shell shell, List<String> arguments) {
        List<String> operands = Arguments.withoutSeparator(arguments);
        if (operands.isEmpty()) {
            shell.jobs().all().forEach(job -> await(shell, job));
            return 0;
        }
        int status = 0;
        for (String operand : operands) {
            Job job = shell.jobs().find(operand);
            status = job == null ? UNKNOWN : await(shell, job);
        }
        return status;
    }

    private static int await(Shell shell, Job job) {
        if (shell.controlsJobs()) {
            return shell.jobs().awaitInFront(shell, job);
        }
        int status = job.await();
        shell.jobs().remove(job);
        return status;
    }

    static int jobs(Shell shell, List<String> arguments) {
        int options = Arguments.options(arguments, "lp");
        char form = Arguments.last(arguments.subList(0, options), "lp");
        List<String> operands = arguments.subList(options, arguments.size());
        shell.jobs().look();
        List<Job> wanted = operands.isEmpty() ? shell.jobs().all() : operands.stream().map(operand -> find(shell, operand)).toList();
        wanted.forEach(job -> shell.print(form == 'p' ? job.children().getFirst().number() + "\n" : shell.jobs().row(job, form == 'l')));
        wanted.stream().filter(Job::hasEnded).forEach(shell.jobs()::remove);
        return 0;
    }

    private static Job find(Shell shell, String operand) {
        Job job = shell.jobs().find(operand);
        if (job == null) {
            throw new BuiltinException("No such job: " + operand);
        }
        return job;
    }

    /** The one that is meant, if jobs are controlled. */
    private static Job controlled(Shell shell, String operand) {
        if (!shell.controlsJobs()) {
            throw new BuiltinException("there is no job control");
        }
        shell.jobs().look();
        Job job = find(shell, operand);
        if (job.hasEnded()) {
            throw new BuiltinException(operand + ": the job has ended");
        }
        return job;
    }

    static int foreground(Shell shell, List<String> arguments) {
        List<String> operands = Arguments.withoutSeparator(arguments);
        Job job = controlled(shell, operands.isEmpty() ? "%%" : operands.getFirst());
        shell.print(job.text() + "\n");
        job.resume();
        return shell.jobs().awaitInFront(shell, job);
    }

    static int background(Shell shell, List<String> arguments) {
        List<String> operands = Arguments.withoutSeparator(arguments);
        for (String operand : operands.isEmpty() ? List.of("%%") : operands) {
            Job job = controlled(shell, operand);
            job.resume();
            shell.jobs().place(job);
            shell.print("[" + job.number() + "] " + job.text() + "\n");
        }
        return 0;
    }

    static int kill(Shell shell, List<String> arguments) {
        int signal = Signals.number("TERM");
        int next = 0;
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        if (first.equals("-l")) {
            return list(shell, arguments.subList(1, arguments.size()));
        }
        if (first.equals("-s") && arguments.size() > 1) {
            signal = Signals.number(arguments.get(1));
            next = 2;
        } else if (first.startsWith("-") && !first.equals("--")) {
            signal = Signals.number(first.substring(1));
            next = 1;
        }
        if (next < arguments.size() && arguments.get(next).equals("--")) {
            next++;
        }
        if (signal < 0) {
            throw new BuiltinException("no such signal: " + first);
        }
        if (next == arguments.size()) {
            throw new BuiltinException("usage: kill [-s signal] process ...");
        }
        int status = 0;
        for (String operand : arguments.subList(next, arguments.size())) {
            status = kill(shell, operand, signal) ? status : 1;
        }
        return status;
    }

    private static boolean kill(Shell shell, String operand, int signal) {
        Job job = operand.startsWith("%") ? find(shell, operand) : shell.jobs().find(operand);
        try {
            if (job != null && shell.controlsJobs() && (signal == CONTINUE || STOPPING.contains(signal))) {
                steer(shell, job, signal);
            } else if (operand.startsWith("%")) {
                for (Child child : job.children()) {
                    if (!child.hasEnded()) {
                        shell.signal(child.number(), signal);
                    }
                }
            } else {
                shell.signal(Arguments.number(operand), signal);
            }
            return true;
        } catch (IOException e) {
            shell.complain("kill: " + operand + ": " + e.getMessage());
            return false;
        }
    }

    private static void steer(Shell shell, Job job, int signal) {
        if (signal == CONTINUE) {
            job.resume();
        } else {
            job.stop();
        }
        shell.jobs().place(job);
    }

    /** All names, or the one that a number or an exit status stands for. */
    private static int list(Shell shell, List<String> numbers) {
        if (numbers.isEmpty()) {
            Signals.names().forEach(name -> shell.print(name + "\n"));
        }
        for (String text : numbers) {
            int number = Arguments.number(text);
            String name = Signals.name(number > Signals.IN_STATUS ? number - Signals.IN_STATUS : number);
            if (name == null) {
                throw new BuiltinException("no such signal: " + text);
            }
            shell.print(name + "\n");
        }
        return 0;
    }

    static int times(Shell shell, List<String> arguments) {
        ProcessorTimes times = shell.system().processorTimes();
        shell.print(minutes(times.user()) + " " + minutes(times.system()) + "\n"
                + minutes(times.childrenUser()) + " " + minutes(times.childrenSystem()) + "\n");
        return 0;
    }

    private static String minutes(long milliseconds) {
        String rest = Long.toString(1000 + milliseconds % 1000).substring(1);
        return milliseconds / 60_000 + "m" + milliseconds / 1000 % 60 + "." + rest + "s";
    }
}
