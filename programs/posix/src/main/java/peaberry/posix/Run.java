package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import peaberry.posix.Processes.Call;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.NotAProgramException;
import peaberry.sh.system.Utf8;

/** The command {@code run}: starts a program with exactly what its options allow. */
final class Run {

    private static final int STATUS_WRONG = 125;
    private static final int STATUS_CANNOT = 126;
    private static final int STATUS_NOT_FOUND = 127;
    private static final int STATUS_TIMED_OUT = 124;
    private static final int MOST_SECONDS = 1_000_000;
    private static final String USAGE = "run [--allow NEED]... [--allow-asked] [--memory SIZE] [--time SECONDS] PROGRAM [ARGUMENT]...";

    private final PosixSystem system;
    private final List<String> environment;
    private final String directory;
    private final Map<Integer, Channel> channels;
    private final List<Need> needs = new ArrayList<>();
    private boolean allowsAsked;
    /** 0 for as long as it likes. */
    private long seconds;

    /** What is wrong, and the status that says so. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1;
        private final int status;

        Refusal(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    Run(PosixSystem system, List<String> environment, String directory, Map<Integer, Channel> channels) {
        this.system = system;
        this.environment = environment;
        this.directory = directory;
        this.channels = channels;
    }

    /** @param arguments without the name @return the program's status, or why there is none */
    int run(List<String> arguments) {
        try {
            int first = readOptions(arguments);
            if (first == arguments.size()) {
                throw new Refusal(STATUS_WRONG, "which program? " + USAGE);
            }
            return start(arguments.subList(first, arguments.size()));
        } catch (Refusal refusal) {
            say(refusal.getMessage());
            return refusal.status;
        }
    }

    /** @return where the program's name is */
    private int readOptions(List<String> arguments) throws Refusal {
        int next = 0;
        while (next < arguments.size() && arguments.get(next).startsWith("-")) {
            String argument = arguments.get(next++);
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (option.equals("--")) {
                return next;
            }
            if (option.equals("--allow-asked")) {
                allowsAsked = true;
                continue;
            }
            if (!List.of("--allow", "--memory", "--time").contains(option)) {
                throw new Refusal(STATUS_WRONG, option + ": there is no such option; " + USAGE);
            }
            if (equals < 0 && next == arguments.size()) {
                throw new Refusal(STATUS_WRONG, option + ": something has to come behind it; " + USAGE);
            }
            take(option, equals < 0 ? arguments.get(next++) : argument.substring(equals + 1));
        }
        return next;
    }

    private void take(String option, String value) throws Refusal {
        if (option.equals("--time")) {
            boolean isNumber = !value.isEmpty() && value.length() <= String.valueOf(MOST_SECONDS).length() && value.chars().allMatch(c -> c >= '0' && c <= '9');
            seconds = isNumber ? Long.parseLong(value) : 0;
            if (seconds < 1 || seconds > MOST_SECONDS) {
                throw new Refusal(STATUS_WRONG, "--time " + value + ": seconds are a number from 1 to " + MOST_SECONDS);
            }
            return;
        }
        try {
            needs.add(Need.parse(option.equals("--memory") ? "memory:" + value : value));
        } catch (IOException failure) {
            throw new Refusal(STATUS_WRONG, failure.getMessage());
        }
    }

    private int start(List<String> command) throws Refusal {
        String path = find(command.getFirst());
        if (allowsAsked) {
            addAsked(path);
        }
        List<String> words = new ArrayList<>(List.of(BuiltIns.RUN));
        for (Need need : needs) {
            words.add("--allow");
            words.add(need.toString());
        }
        words.addAll(command);
        Allowance allowance;
        try {
            allowance = Allowance.of(needs, directory, system.tree());
        } catch (IOException failure) {
            throw new Refusal(STATUS_WRONG, failure.getMessage());
        }
        try {
            StartedChild child = system.start(path, new Call(command, PosixSystem.in(directory, environment), channels), allowance, Commands.text(words), needs);
            return seconds == 0 ? child.await() : await(child, command.getFirst());
        } catch (NotAProgramException script) {
            throw new Refusal(STATUS_CANNOT, command.getFirst() + ": it is no program that can run here; a script is for run ... sh SCRIPT");
        } catch (IOException failure) {
            throw new Refusal(STATUS_CANNOT, command.getFirst() + ": " + failure.getMessage());
        } finally {
            allowance.close();
        }
    }

    private int await(StartedChild child, String name) {
        if (child.await(seconds)) {
            return child.await();
        }
        child.end();
        say(name + ": its " + seconds + " s are over");
        return STATUS_TIMED_OUT;
    }

    private void addAsked(String path) throws Refusal {
        List<Need> asked;
        try {
            asked = Manifest.read(system, path);
        } catch (IOException failure) {
            throw new Refusal(STATUS_WRONG, failure.getMessage());
        }
        if (asked.isEmpty()) {
            say(path + " asks for nothing");
        }
        for (Need need : asked) {
            say(path + " asks for " + need + ", and gets it");
            needs.add(need);
        }
    }

    private String find(String program) throws Refusal {
        List<String> candidates = new ArrayList<>();
        if (program.indexOf('/') >= 0) {
            candidates.add(Paths.absolute(directory, program));
        } else {
            String path = environment.stream().filter(row -> row.startsWith("PATH=")).map(row -> row.substring("PATH=".length())).findFirst().orElse("/bin");
            for (String place : path.split(":")) {
                candidates.add(Paths.absolute(directory, place + "/" + program));
            }
        }
        for (String candidate : candidates) {
            FileStatus status = system.look(candidate);
            if (status != null && status.isProgram()) {
                return candidate;
            }
        }
        throw new Refusal(STATUS_NOT_FOUND, program + ": no such program");
    }

    private void say(String message) {
        byte[] line = Utf8.encode("run: " + message + "\n");
        try {
            channels.get(2).write(line, 0, line.length);
        } catch (IOException nobody) {
            // There is no way left to say it.
        }
    }
}
