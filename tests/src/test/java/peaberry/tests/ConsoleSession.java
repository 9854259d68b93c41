package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A user at the console: starts {@code ./peaberry}, types, and waits for what must appear.
 *
 * <p>There are no fixed waits. Each expectation has a patience that only a broken system exhausts.
 */
final class ConsoleSession implements AutoCloseable {

    /** What the shell prints when it waits for a command. */
    static final String PROMPT = "peaberry> ";
    static final String ENTER = "\r";

    private static final Pattern WHOLE_PROMPT = Pattern.compile(PROMPT);

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Screen output;
    private final Screen errors;

    private ConsoleSession(Process process) {
        this.process = process;
        output = Screen.of(process.getInputStream());
        errors = Screen.of(process.getErrorStream());
    }

    /** {@code ./peaberry run} on that machine, its standard input a pipe that stays open: of the minimal system, if the options name no other. */
    static ConsoleSession run(Machine machine, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(machine.options());
        arguments.addAll(List.of(options));
        if (!arguments.contains("--system")) {
            arguments.add("--minimal");
        }
        return command(arguments.toArray(String[]::new));
    }

    /** The same, waiting for the first prompt. */
    static ConsoleSession atPrompt(Machine machine, String... options) throws IOException, InterruptedException {
        ConsoleSession session = run(machine, options);
        session.expect(PROMPT);
        return session;
    }

    /** {@code ./peaberry} with any arguments. */
    static ConsoleSession command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Repository.COMMAND.toString()));
        command.addAll(List.of(arguments));
        return of(command);
    }

    /** Any program. */
    static ConsoleSession of(List<String> command) throws IOException {
        return new ConsoleSession(new ProcessBuilder(command).directory(Repository.HOME.toFile()).start());
    }

    /** Sends the text as it is, one byte for each character. If the process has ended, what is expected next will not come. */
    void type(String text) throws IOException {
        if (process.isAlive()) {
            process.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            process.getOutputStream().flush();
        }
    }

    /** Waits for the text; returns all that was printed since the last expectation, with the text. */
    String expect(String text) throws InterruptedException {
        return output.expect(text, PATIENCE);
    }

    /** As {@link #expect}, of what takes long. */
    String expectWithin(Duration patience, String text) throws InterruptedException {
        return output.expect(text, patience);
    }

    /** The same of what a pattern matches. */
    String expect(Pattern text) throws InterruptedException {
        return output.expect(text, PATIENCE);
    }

    /** Types a command line and returns what the guest prints between its echo and the next prompt. */
    String enter(String line) throws IOException, InterruptedException {
        return enter(line, WHOLE_PROMPT);
    }

    /** The same, up to a line that begins with what {@code prompt} matches, whatever its length. */
    String enter(String line, Pattern prompt) throws IOException, InterruptedException {
        type(line + ENTER);
        Pattern next = Pattern.compile("\n(" + prompt.pattern() + ")");
        String answer = expect(next);
        Matcher end = next.matcher(answer);
        assertTrue(end.find(), answer);
        return answer.substring(answer.indexOf('\n') + 1, end.start(1));
    }

    /** The end of standard input. */
    void hangUp() throws IOException {
        process.getOutputStream().close();
    }

    /** Waits for the end of the process. */
    int status() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it did not end");
        return process.exitValue();
    }

    /** All of standard output; waits for the end. */
    String output() throws InterruptedException {
        return output.whole(PATIENCE);
    }

    /** All of standard error; waits for the end. */
    String errors() throws InterruptedException {
        return errors.whole(PATIENCE);
    }

    /** Standard error but for the build's progress, which appears in whatever test comes first after a change. */
    String complaints() throws InterruptedException {
        return errors().lines().filter(line -> !line.matches("peaberry: (compiling|packing) .*")).collect(Collectors.joining("\n"));
    }

    /** Ends the process, which restores the terminal and takes the guest with it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
    }
}
