package peaberry.faults;

import peaberry.console.Console;
import peaberry.console.ConsoleClient;
import peaberry.runtime.Text;

/**
 * Writes numbered lines to a console: {@code ~ number abc…}. Whether each arrives once and whole is seen at the other end of a serial line, by
 * the launcher, which counts them and does not show them; what is on a screen nobody reads.
 */
final class ConsoleLoad extends Load {

    private static final char MARK = '~';
    private static final int DIGITS = 8;
    private static final int LETTERS = 26;
    private static final int LINE_BYTES = 64;
    /** Several, since somebody else's text may be between two pieces of a line that is written again. */
    private static final int TRIES = 5;

    private final ConsoleClient console;
    private final Text line = new Text(LINE_BYTES);
    private final byte[] bytes = new byte[LINE_BYTES];
    private long number;

    /** @param name under which the program uses the console */
    ConsoleLoad(String name) {
        console = new ConsoleClient(name);
    }

    @Override
    boolean prepare() {
        console.setPatience(PATIENCE);
        return true;
    }

    @Override
    boolean settle() {
        for (int i = 0; i < TRIES; i++) {
            if (attempt() == Ending.SERVED) {
                return true;
            }
        }
        return false;
    }

    @Override
    long repeated() {
        return console.interruptions();
    }

    @Override
    protected Ending attempt() {
        number++;
        line.clear().append("\r\n").appendByte(MARK).append(" ").decimal(number, DIGITS).append(" ");
        for (int i = 0; i < LETTERS; i++) {
            line.appendByte('a' + (int) ((number + i) % LETTERS));
        }
        line.append("\r\n");
        for (int i = 0; i < line.length(); i++) {
            bytes[i] = line.byteAt(i);
        }
        Console.Outcome outcome = console.write(bytes, line.length());
        return outcome == Console.Outcome.DONE ? Ending.SERVED : outcome == Console.Outcome.UNREACHABLE ? Ending.UNANSWERED : Ending.FAILED;
    }
}
