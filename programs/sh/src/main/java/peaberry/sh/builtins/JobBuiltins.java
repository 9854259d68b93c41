package peaberry.sh.builtins;

import java.io.IOException;
import java.util.List;
import peaberry.sh.run.BuiltinException;
import peaberry.sh.run.Job;
import peaberry.sh.run.Shell;
import peaberry.sh.run.Signals;
import peaberry.sh.system.ProcessorTimes;

/** Builtins for commands in the background, signals and times. */
final class JobBuiltins {

    private static final int UNKNOWN = 127;

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
        int status = job.await();
        shell.jobs().remove(job);
        return status;
    }

    static int jobs(Shell shell, List<String> arguments) {
        int options = Arguments.options(arguments, "lp");
        boolean onlyNumbers = Arguments.last(arguments.subList(0, options), "lp") == 'p';
        for (Job job : shell.jobs().all()) {
            shell.print(onlyNumbers ? job.child().number() + "\n"
                    : "[" + job.number() + "] " + (job.hasEnded() ? "Done    " : "Running ") + job.text() + "\n");
            if (job.hasEnded()) {
                shell.jobs().remove(job);
            }
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
        Job job = shell.jobs().find(operand);
        int process = job != null && operand.startsWith("%") ? job.child().number() : Arguments.number(operand);
        try {
            shell.signal(process, signal);
            return true;
        } catch (IOException e) {
            shell.complain("kill: " + operand + ": " + e.getMessage());
            return false;
        }
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
