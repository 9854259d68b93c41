package peaberry.fullscreen.top;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.fullscreen.Call;
import peaberry.fullscreen.terminal.Event;
import peaberry.fullscreen.terminal.FullScreen;
import peaberry.fullscreen.terminal.Key;
import peaberry.fullscreen.terminal.Screen;
import peaberry.fullscreen.terminal.Style;
import peaberry.sh.system.TerminalChannel.Mode;
import peaberry.sh.system.Utf8;
import peaberry.tools.Options;
import peaberry.tools.UsageException;

/** Shows who uses processor and memory, again and again until somebody wants no more; or as plain text. */
public final class Top {

    private static final long SECOND = 1_000_000_000;
    private static final int MOST = 1_000_000;
    private static final int WITHOUT_END = 0;

    private final Call call;
    private final int seconds;
    /** How many times it is still to look, or {@link #WITHOUT_END}. */
    private final int looks;
    private Census before = Census.ofNothing();
    private Activity activity;
    private Order order = Order.PROCESSOR;
    /** How many lines are above the screen. */
    private int skipped;
    private boolean isOver;

    private Top(Call call, int seconds, int looks) {
        this.call = call;
        this.seconds = seconds;
        this.looks = looks;
    }

    /** @return the exit status */
    public static int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "bd:n:");
        if (!options.operands().isEmpty()) {
            throw new UsageException("too many operands: " + options.operands().getFirst());
        }
        int seconds = 1;
        int looks = WITHOUT_END;
        for (Options.Given option : options.given()) {
            seconds = option.letter() == 'd' ? number(option) : seconds;
            looks = option.letter() == 'n' ? number(option) : looks;
        }
        Top top = new Top(call, seconds, looks);
        if (options.has('b') || !call.hasScreen()) {
            top.print();
        } else {
            top.show();
        }
        return 0;
    }

    private static int number(Options.Given option) {
        int number = 0;
        for (int i = 0; i < option.value().length() && number >= 0 && number < MOST; i++) {
            int digit = option.value().charAt(i) - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        if (number < 1 || number > MOST) {
            throw new UsageException("-" + option.letter() + " takes a number from 1: " + option.value());
        }
        return number;
    }

    private void look() throws IOException {
        Census now = call.tasks().look();
        activity = new Activity(before, now);
        before = now;
    }

    private void print() throws IOException {
        for (int done = 0; looks == WITHOUT_END || done < looks; done++) {
            if (done > 0) {
                call.system().pause(seconds * SECOND);
            }
            look();
            List<String> lines = new ArrayList<>(activity.head());
            lines.addAll(activity.lines(order));
            byte[] text = Utf8.encode((done > 0 ? "\n" : "") + String.join("\n", lines) + "\n");
            call.out().write(text, 0, text.length);
        }
    }

    private void show() throws IOException {
        look(); // what refuses that is told before the screen is taken
        try (FullScreen terminal = FullScreen.open(call, Mode.KEYS)) {
            int done = 1;
            while (!isOver) {
                draw(terminal.screen());
                if (terminal.awaitInput(call.system(), seconds * SECOND)) {
                    take(terminal.next(), terminal);
                } else if (done == looks) {
                    isOver = true;
                } else {
                    look();
                    done++;
                }
            }
        }
    }

    private void take(Event event, FullScreen terminal) throws IOException {
        switch (event) {
            case Event.Closed closed -> isOver = true;
            case Event.Size size -> { }
            case Key key -> press(key, terminal);
        }
    }

    private void press(Key key, FullScreen terminal) throws IOException {
        int page = Math.max(1, terminal.screen().rows() - activity.head().size());
        switch (key.name()) {
            case DOWN -> skipped++;
            case UP -> skipped--;
            case PAGE_DOWN -> skipped += page;
            case PAGE_UP -> skipped -= page;
            case HOME -> skipped = 0;
            case ENTER -> look();
            case CONTROL -> {
                isOver = key.code() == 'C';
                if (key.code() == 'L') {
                    terminal.refresh();
                }
            }
            case CHARACTER -> character(key.code());
            default -> { }
        }
    }

    private void character(int code) throws IOException {
        switch (code) {
            case 'q', 'Q' -> isOver = true;
            case 'P' -> order = Order.PROCESSOR;
            case 'M' -> order = Order.MEMORY;
            case 'N' -> order = Order.NUMBER;
            case ' ' -> look();
            default -> { }
        }
    }

    private void draw(Screen screen) {
        screen.clear();
        List<String> head = activity.head();
        int row = 0;
        for (String line : head) {
            boolean isLast = row == head.size() - 1;
            screen.fill(row, 0, isLast ? Style.INVERSE : Style.PLAIN);
            screen.put(row++, 0, line, isLast ? Style.INVERSE : Style.PLAIN);
        }
        List<String> lines = activity.lines(order);
        skipped = Math.clamp(skipped, 0, Math.max(0, lines.size() - (screen.rows() - row)));
        for (int line = skipped; line < lines.size() && row < screen.rows(); line++) {
            screen.put(row++, 0, lines.get(line), Style.PLAIN);
        }
        screen.setCursor(head.size() - 2, 0);
    }
}
