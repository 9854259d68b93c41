package peaberry.fullscreen.terminal;

import java.io.IOException;
import peaberry.fullscreen.Call;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.TerminalChannel;
import peaberry.sh.system.TerminalChannel.Mode;
import peaberry.sh.system.Utf8;

/**
 * A terminal whose whole screen a program has, from {@link #open} to {@link #close}: xterm's other screen (DEC private mode 1049), and marks around pasted text (2004), for who has these. The
 * terminal is asked for its size; as long as it does not answer, the size is the one that it began with.
 */
public final class FullScreen implements AutoCloseable {

    /** The least of what a terminal may say of its size, and the most that is used. */
    private static final int LEAST_ROWS = 4;
    private static final int LEAST_COLUMNS = 20;
    private static final int MOST = 500;
    /** Nanoseconds between two looks whether something was typed: few enough for nobody to notice. */
    private static final long LOOK_AGAIN = 50_000_000;
    private static final String ENTER = "\033[?1049h\033[?2004h";
    private static final String LEAVE = "\033[m\033[H\033[2J\033[?2004l\033[?1049l\033[?25h";
    /** The cursor as far down and to the right as it goes, and a question where that is (CPR). */
    private static final String ASK_SIZE = "\033[999;999H\033[6n";

    private final TerminalChannel channel;
    private final Keys keys;
    private final Screen screen;

    private FullScreen(TerminalChannel channel, int rows, int columns) {
        this.channel = channel;
        keys = new Keys(channel);
        screen = new Screen(rows, columns);
    }

    /** Takes the terminal over that a program has. @param mode in which it begins */
    public static FullScreen open(Call call, Mode mode) throws IOException {
        TerminalChannel channel = call.openTerminal();
        FullScreen opened = new FullScreen(channel, Math.clamp(call.rows(), LEAST_ROWS, MOST), Math.clamp(call.columns(), LEAST_COLUMNS, MOST));
        channel.setMode(mode);
        opened.write(ENTER + ASK_SIZE);
        return opened;
    }

    public Screen screen() {
        return screen;
    }

    /** Whether there are keys already, so that nobody sees what is drawn now. */
    public boolean isWaiting() {
        return keys.isWaiting();
    }

    /** Shows the screen, unless there are keys already, and waits for the next one. A new size is the screen's then, which is empty. */
    public Event next() throws IOException {
        if (!keys.isWaiting()) {
            show();
        }
        Event event = keys.next();
        if (event instanceof Event.Size size) {
            int rows = Math.clamp(size.rows(), LEAST_ROWS, MOST);
            int columns = Math.clamp(size.columns(), LEAST_COLUMNS, MOST);
            if (rows != screen.rows() || columns != screen.columns()) {
                screen.resize(rows, columns);
            }
        }
        return event;
    }

    /** Shows the screen, and waits until something is typed, but no longer than for so many nanoseconds. @return whether something is, so that {@link #next} does not wait for a first byte */
    public boolean awaitInput(OperatingSystem system, long nanoseconds) throws IOException {
        if (keys.isWaiting()) {
            return true;
        }
        show();
        for (long waited = 0; waited < nanoseconds && !channel.isReadable(); waited += LOOK_AGAIN) {
            system.pause(LOOK_AGAIN);
        }
        return channel.isReadable();
    }

    public void show() throws IOException {
        write(screen.update());
    }

    /** Has all of the screen written anew, and asks the terminal for its size again. */
    public void refresh() throws IOException {
        screen.forget();
        write(ASK_SIZE);
    }

    /** While something is waited for that is not typed, Ctrl-C ends the program. */
    public void setMode(Mode mode) throws IOException {
        channel.setMode(mode);
    }

    private void write(String text) throws IOException {
        byte[] bytes = Utf8.encode(text);
        channel.write(bytes, 0, bytes.length);
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() throws IOException {
        try {
            write(LEAVE);
        } finally {
            channel.setMode(Mode.LINES);
        }
    }
}
