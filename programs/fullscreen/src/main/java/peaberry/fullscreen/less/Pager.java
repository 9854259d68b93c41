package peaberry.fullscreen.less;

import java.io.IOException;
import java.util.List;
import peaberry.fullscreen.less.Search.Direction;
import peaberry.fullscreen.terminal.Event;
import peaberry.fullscreen.terminal.FullScreen;
import peaberry.fullscreen.terminal.Key;
import peaberry.fullscreen.terminal.Prompt;
import peaberry.fullscreen.terminal.Screen;
import peaberry.fullscreen.terminal.Style;
import peaberry.sh.system.Channel;
import peaberry.sh.system.TerminalChannel.Mode;
import peaberry.sh.system.Utf8;
import peaberry.tools.UsageException;

/** Shows one input after the other, and does what keys say. */
final class Pager {

    private static final int MOST = 1_000_000_000;
    private static final int PERCENT = 100;

    private final FullScreen terminal;
    private final List<Source> sources;
    private final Look look;
    private final Search search = new Search();
    private int index;
    private View view;
    private Channel channel;
    /** The number that was typed before a key; -1 if none was. */
    private int number = -1;
    private String message = "";
    /** The line that was found last, as long as it is the one from which to go on. */
    private int found = Search.NOWHERE;
    private boolean isOver;

    Pager(FullScreen terminal, List<Source> sources, Look look) {
        this.terminal = terminal;
        this.sources = sources;
        this.look = look;
    }

    /** Returns when somebody wants no more. */
    void run() throws IOException {
        try {
            open(0);
            while (!isOver) {
                draw();
                Event event = terminal.next();
                message = "";
                switch (event) {
                    case Event.Closed closed -> isOver = true;
                    case Event.Size size -> { }
                    case Key key -> press(key);
                }
            }
        } finally {
            close();
        }
    }

    private void open(int which) throws IOException {
        close();
        index = which;
        channel = sources.get(which).opening().open();
        view = new View(new Lines(channel), look);
        view.fit(terminal.screen());
        found = Search.NOWHERE;
    }

    private void close() {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** Does what may have to wait for more of an input: Ctrl-C ends the program meanwhile. */
    private void patiently(Reading reading) throws IOException {
        boolean mayWait = !view.lines().isComplete() && sources.get(index).size() == Source.UNKNOWN;
        if (mayWait) {
            terminal.setMode(Mode.INTERRUPTIBLE_KEYS);
        }
        reading.go();
        if (mayWait) {
            terminal.setMode(Mode.KEYS);
        }
    }

    private interface Reading {

        void go() throws IOException;
    }

    private void draw() throws IOException {
        Screen screen = terminal.screen();
        view.fit(screen);
        look.marked = search.isSet() ? search.pattern() : null;
        patiently(() -> view.draw(screen));
        int row = screen.rows() - 1;
        screen.fill(row, 0, Style.PLAIN);
        String text = number >= 0 ? ":" + number : !message.isEmpty() ? message : position();
        screen.setCursor(row, screen.put(row, 0, text, number >= 0 ? Style.PLAIN : Style.INVERSE));
    }

    /** Where in the input the screen is. */
    private String position() {
        Source source = sources.get(index);
        Lines lines = view.lines();
        int end = view.endOfSeen();
        StringBuilder text = new StringBuilder(source.name());
        if (sources.size() > 1) {
            text.append(" (file ").append(index + 1).append(" of ").append(sources.size()).append(')');
        }
        if (end > 0) {
            text.append(" lines ").append(view.top() + 1).append('-').append(end);
        }
        if (lines.isComplete() && end > 0) {
            text.append('/').append(lines.count());
        }
        long size = lines.isComplete() ? lines.start(lines.count()) : source.size();
        if (view.isAtEnd()) {
            text.append(lines.isCut() ? " (no memory for more)" : " (END)");
        } else if (size > 0) {
            text.append(' ').append(Math.min(PERCENT, PERCENT * (long) lines.start(end) / size)).append('%');
        }
        return text.toString();
    }

    private void press(Key key) throws IOException {
        int given = number;
        if (key.isText() && key.code() >= '0' && key.code() <= '9') {
            number = Math.min(MOST, Math.max(0, number) * 10 % MOST + key.code() - '0');
            return;
        }
        number = -1;
        int count = given < 0 ? 1 : given;
        int page = Math.max(1, given < 0 ? view.height() : given);
        int half = Math.max(1, given < 0 ? view.height() / 2 : given);
        switch (key.name()) {
            case CHARACTER -> character(key, given);
            case ENTER, DOWN -> down(count);
            case UP -> up(count);
            case PAGE_DOWN -> down(page);
            case PAGE_UP -> up(page);
            case HOME -> goTo(0);
            case END -> goToEnd();
            case LEFT -> view.shift(-half(given));
            case RIGHT -> view.shift(half(given));
            case CONTROL -> {
                switch (key.code()) {
                    case 'E', 'N' -> down(count);
                    case 'Y', 'P', 'K' -> up(count);
                    case 'F', 'V' -> down(page);
                    case 'B' -> up(page);
                    case 'D' -> down(half);
                    case 'U' -> up(half);
                    case 'G' -> message = position();
                    case 'L', 'R' -> terminal.refresh();
                    case 'C' -> { }
                    default -> unknown();
                }
            }
            default -> unknown();
        }
    }

    private int half(int given) {
        return given < 0 ? Math.max(1, terminal.screen().columns() / 2) : given;
    }

    private void unknown() {
        message = "h is for help, q quits";
    }

    private void character(Key key, int given) throws IOException {
        int count = given < 0 ? 1 : given;
        int page = Math.max(1, given < 0 ? view.height() : given);
        int half = Math.max(1, given < 0 ? view.height() / 2 : given);
        switch (key.code()) {
            case 'q', 'Q' -> isOver = true;
            case 'j', 'e' -> down(count);
            case 'k', 'y' -> up(count);
            case ' ', 'f', 'z' -> down(page);
            case 'b', 'w' -> up(page);
            case 'd' -> down(half);
            case 'u' -> up(half);
            case 'g', '<' -> goTo(given < 0 ? 0 : given - 1);
            case 'G', '>' -> {
                if (given < 0) {
                    goToEnd();
                } else {
                    goTo(given - 1);
                }
            }
            case 'p', '%' -> goToPercent(Math.max(0, given));
            case '/' -> ask(Direction.FORWARD);
            case '?' -> ask(Direction.BACKWARD);
            case 'n' -> again(search.direction(), count);
            case 'N' -> again(search.direction().opposite(), count);
            case '=' -> message = position();
            case 'r' -> terminal.refresh();
            case '-' -> option(prompt().choice("-", "nsir"));
            case ':' -> file(prompt().choice(":", "npq"));
            case 'h', 'H' -> help();
            default -> unknown();
        }
    }

    private Prompt prompt() {
        return new Prompt(terminal, this::draw);
    }

    private void down(int count) throws IOException {
        found = Search.NOWHERE;
        patiently(() -> view.down(count));
    }

    private void up(int count) {
        found = Search.NOWHERE;
        view.up(count);
    }

    private void goTo(int line) throws IOException {
        found = Search.NOWHERE;
        patiently(() -> view.show(Math.max(0, line)));
        if (line >= view.lines().count() && line > 0) {
            message = "there are only " + view.lines().count() + " lines";
        }
    }

    private void goToEnd() throws IOException {
        found = Search.NOWHERE;
        patiently(view::showEnd);
    }

    private void goToPercent(int percent) throws IOException {
        patiently(view::showEnd);
        goTo((int) ((long) view.lines().count() * Math.min(percent, PERCENT) / PERCENT));
    }

    private void ask(Direction direction) throws IOException {
        String text = prompt().line(direction == Direction.FORWARD ? "/" : "?", "");
        if (text == null || text.isEmpty() && !search.isSet()) {
            return;
        }
        if (text.isEmpty()) {
            again(direction, 1);
            return;
        }
        try {
            search.set(text, direction, look.letters);
        } catch (UsageException wrong) {
            message = wrong.getMessage();
            return;
        }
        find(direction == Direction.FORWARD ? view.top() : view.top() - 1, direction);
    }

    private void again(Direction direction, int count) throws IOException {
        if (!search.isSet()) {
            message = "nothing was searched yet";
            return;
        }
        for (int i = 0; i < count && message.isEmpty(); i++) {
            int from = found == Search.NOWHERE ? view.top() : found;
            find(direction == Direction.FORWARD ? from + 1 : from - 1, direction);
        }
    }

    private void find(int from, Direction direction) throws IOException {
        patiently(() -> {
            int line = search.find(view, from, direction);
            if (line == Search.NOWHERE) {
                message = "not found";
            } else {
                view.show(line);
                found = line;
            }
        });
    }

    private void option(char which) {
        switch (which) {
            case 'n' -> look.hasNumbers = !look.hasNumbers;
            case 's' -> look.isChopped = !look.isChopped;
            case 'i' -> look.letters = look.letters == Look.Case.EXACT ? Look.Case.IGNORED_UNLESS_USED : Look.Case.EXACT;
            case 'r' -> look.hasStyles = !look.hasStyles;
            default -> {
                return;
            }
        }
        view.changed();
        message = switch (which) {
            case 'n' -> look.hasNumbers ? "lines have numbers" : "lines have no numbers";
            case 's' -> look.isChopped ? "long lines are cut off" : "long lines go on in the next row";
            case 'i' -> look.letters == Look.Case.EXACT ? "searches tell capitals from small letters" : "searches without capitals find both";
            default -> look.hasStyles ? "colours are shown" : "control characters are shown";
        };
    }

    private void file(char which) throws IOException {
        switch (which) {
            case 'n' -> another(index + 1);
            case 'p' -> another(index - 1);
            case 'q' -> isOver = true;
            default -> { }
        }
    }

    private void another(int which) throws IOException {
        if (which < 0 || which >= sources.size()) {
            message = which < 0 ? "this is the first file" : "this is the last file";
            return;
        }
        int before = index;
        try {
            open(which);
        } catch (IOException failure) {
            open(before);
            message = sources.get(which).name() + ": " + failure.getMessage();
        }
    }

    private void help() throws IOException {
        byte[] text = Utf8.encode(Help.TEXT);
        new Pager(terminal, List.of(new Source("help", () -> new Bytes(text), text.length)), new Look()).run();
    }
}
