package peaberry.fullscreen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import peaberry.fullscreen.less.Bytes;
import peaberry.fullscreen.top.Census;
import peaberry.sh.system.Channel;
import peaberry.sh.system.TerminalChannel;
import peaberry.standin.TerminalModel;

/**
 * Somebody at a terminal: what is typed, step by step, and what is looked at each time when the program waits for the next key. A step is text to be typed, or something to look at.
 */
final class Person implements TerminalChannel {

    private static final long SECOND = 1_000_000_000;

    final TerminalModel screen;
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final TestFiles files = new TestFiles(this);
    private final Deque<Object> steps = new ArrayDeque<>();
    private final Deque<Census> censuses = new ArrayDeque<>();
    private byte[] typed = new byte[0];
    private int next;
    private Mode mode = Mode.LINES;
    private boolean answers;
    private long waited;
    /** Bytes that were written to the terminal since somebody looked last. */
    private int written;

    private final List<String> environment;

    Person(int rows, int columns) {
        environment = List.of("LINES=" + rows, "COLUMNS=" + columns);
        screen = new TerminalModel(rows, columns);
    }

    /** Has the terminal say how large it is when it is asked. */
    Person answering() {
        answers = true;
        return this;
    }

    Person types(String text) {
        steps.add(text);
        return this;
    }

    /** Looks when the program waits for a key. */
    Person sees(Consumer<TerminalModel> look) {
        steps.add(look);
        return this;
    }

    /** Does something else meanwhile. */
    Person does(Runnable action) {
        steps.add(action);
        return this;
    }

    /** Types nothing for a second. */
    Person waits() {
        waited += SECOND;
        steps.add(new Pause(waited));
        return this;
    }

    /** What runs, look by look. */
    void tasks(Census... looks) {
        censuses.addAll(List.of(looks));
    }

    private Census census() throws IOException {
        if (censuses.isEmpty()) {
            throw new IOException("nothing is to be known");
        }
        return censuses.poll();
    }

    /** Runs a program that has the terminal as its streams. @return its status */
    int runs(String name, String... arguments) {
        return runs(this, this, name, arguments);
    }

    /** The same with a pipe as standard input. */
    int runsWithInput(String input, String name, String... arguments) {
        return runs(new Bytes(input.getBytes(StandardCharsets.UTF_8)), this, name, arguments);
    }

    /** The same with a pipe as standard output. */
    int runsWithoutScreen(String name, String... arguments) {
        return runs(this, new Collecting(out), name, arguments);
    }

    private int runs(Channel in, Channel output, String name, String... arguments) {
        return Programs.run(new Call(files, files, this::census, name, List.of(arguments), answers ? List.of() : environment, "/", in, output, new Collecting(err)));
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A second in which nothing is typed. @param end when it is over, by the time for which the program has let others run */
    private record Pause(long end) {
    }

    @Override
    public boolean isReadable() {
        while (next == typed.length && (steps.peek() instanceof Runnable || steps.peek() instanceof Consumer)) {
            act(steps.remove());
        }
        if (next < typed.length || !(steps.peek() instanceof Pause pause)) {
            return true;
        }
        if (files.paused() >= pause.end) {
            steps.remove();
        }
        return false;
    }

    /** Does what is a step and no typing. */
    @SuppressWarnings("unchecked")
    private void act(Object step) {
        if (step instanceof Runnable action) {
            action.run();
        } else {
            ((Consumer<TerminalModel>) step).accept(screen);
        }
    }

    Mode mode() {
        return mode;
    }

    boolean isDone() {
        return steps.isEmpty() && next == typed.length;
    }

    /** Bytes that were written since this was asked last. */
    int written() {
        int since = written;
        written = 0;
        return since;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (next == typed.length) {
            String answer = answers ? screen.answer().orElse(null) : null;
            Object step = answer != null ? answer : steps.poll();
            switch (step) {
                case null -> {
                    return -1;
                }
                case String text -> {
                    typed = text.getBytes(StandardCharsets.UTF_8);
                    next = 0;
                }
                default -> act(step);
            }
        }
        int count = Math.min(length, typed.length - next);
        System.arraycopy(typed, next, into, offset, count);
        next += count;
        return count;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        written += length;
        screen.take(java.util.Arrays.copyOfRange(from, offset, offset + length));
    }

    @Override
    public boolean isTerminal() {
        return true;
    }

    @Override
    public void setMode(Mode wanted) {
        mode = wanted;
    }

    @Override
    public void close() {
        // It is there as long as the person.
    }

    /** Where output is collected. */
    private record Collecting(ByteArrayOutputStream to) implements Channel {

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("it can only be written");
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            to.write(from, offset, length);
        }

        @Override
        public boolean isTerminal() {
            return false;
        }

        @Override
        public void close() {
            // It is only memory.
        }
    }
}
