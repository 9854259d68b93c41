package peaberry.fullscreen.terminal;

import java.io.IOException;
import java.util.Arrays;
import peaberry.fullscreen.terminal.Key.Modifier;
import peaberry.fullscreen.terminal.Key.Name;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Utf8;

/**
 * From the bytes that a terminal sends to keys: UTF-8, the control sequences of ECMA-48 as xterm uses them for keys, and pasted text between its marks (xterm's bracketed paste), of which each
 * character is text whatever it is.
 *
 * <p>There is no telling a lone Escape from the beginning of a sequence but by time, which does not count here: Escape is pressed twice, and once with another key it is Alt.
 */
public final class Keys {

    private static final int BUFFER = 1024;
    private static final int CLOSED = -1;
    private static final int CTRL_C = 3;
    private static final int BACKSPACE = 8;
    private static final int TAB = 9;
    private static final int LINE_FEED = 10;
    private static final int RETURN = 13;
    private static final int ESCAPE = 27;
    private static final int DELETE = 127;
    /** Behind these numbers ends what was pasted, and begins. */
    private static final int PASTE = 200;
    private static final int PASTE_END = 201;
    /** The longest sequence that means anything. */
    private static final int MOST_PARAMETERS = 32;
    /** Parameters of a modified key are 1 more than the sum of these. */
    private static final int SHIFT = 1;
    private static final int ALT = 2;
    private static final int CONTROL = 4;

    private final Channel channel;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int count;
    private boolean isPasting;
    private boolean wasReturn;

    public Keys(Channel channel) {
        this.channel = channel;
    }

    /** Whether something came already, so that {@link #next} may not have to wait. */
    public boolean isWaiting() {
        return next < count;
    }

    /** The next key, or what else a terminal says. */
    public Event next() throws IOException {
        for (;;) {
            Event event = isPasting ? pasted() : typed(take(), Modifier.NONE);
            if (event != null) {
                return event;
            }
        }
    }

    private int peek() throws IOException {
        if (next == count) {
            next = 0;
            count = Math.max(0, channel.read(buffer, 0, BUFFER));
        }
        return count == 0 ? CLOSED : buffer[next] & 0xff;
    }

    private int take() throws IOException {
        int value = peek();
        next += value == CLOSED ? 0 : 1;
        return value;
    }

    private Event typed(int value, Modifier modifier) throws IOException {
        return switch (value) {
            case CLOSED -> new Event.Closed();
            case ESCAPE -> modifier == Modifier.ALT ? Key.of(Name.ESCAPE) : escaped();
            case RETURN, LINE_FEED -> Key.of(Name.ENTER).with(modifier);
            case TAB -> Key.of(Name.TAB).with(modifier);
            case BACKSPACE, DELETE -> Key.of(Name.BACKSPACE).with(modifier);
            default -> value < ' ' ? Key.control((char) (value + '@')).with(modifier) : Key.character(character(value)).with(modifier);
        };
    }

    private Event escaped() throws IOException {
        int value = take();
        return switch (value) {
            case '[' -> sequence();
            case 'O' -> named(take(), Modifier.NONE);
            default -> typed(value, Modifier.ALT);
        };
    }

    /** The code point that begins with a byte, or a surrogate in its place. */
    private int character(int first) throws IOException {
        if (first < 0x80) {
            return first;
        }
        byte[] bytes = new byte[4];
        bytes[0] = (byte) first;
        int size = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
        int length = 1;
        while (length < size && (peek() & 0xc0) == 0x80 && peek() != CLOSED) {
            bytes[length++] = (byte) take();
        }
        int point = Utf8.decode(bytes, length).codePointAt(0);
        boolean isLone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        next -= isLone ? Math.min(next, length - 1) : 0; // those behind it are characters of their own
        return point;
    }

    /** What follows Escape and a bracket (ECMA-48, 5.4). */
    private Event sequence() throws IOException {
        byte[] parameters = new byte[MOST_PARAMETERS];
        int length = 0;
        int value = take();
        while (value >= ' ' && value < '@') {
            parameters[Math.min(length++, MOST_PARAMETERS - 1)] = (byte) value;
            value = take();
        }
        if (value == CLOSED || length >= MOST_PARAMETERS) {
            return value == CLOSED ? new Event.Closed() : Key.of(Name.UNKNOWN);
        }
        int[] numbers = numbers(new String(Arrays.copyOf(toCharacters(parameters), length)));
        if (value == 'R' && numbers.length == 2) {
            return new Event.Size(numbers[0], numbers[1]);
        }
        Modifier modifier = numbers.length > 1 ? modifier(numbers[1]) : Modifier.NONE;
        if (value != '~') {
            return named(value, modifier);
        }
        isPasting = numbers[0] == PASTE;
        return isPasting || numbers[0] == PASTE_END ? null : numbered(numbers[0], modifier);
    }

    private static char[] toCharacters(byte[] bytes) {
        char[] characters = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            characters[i] = (char) bytes[i];
        }
        return characters;
    }

    /** The numbers between semicolons; what is no number is 0. */
    private static int[] numbers(String parameters) {
        String[] parts = parameters.split(";", -1);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            for (int j = 0; j < parts[i].length(); j++) {
                int digit = parts[i].charAt(j) - '0';
                numbers[i] = digit < 0 || digit > 9 || numbers[i] > 9999 ? 0 : numbers[i] * 10 + digit;
            }
        }
        return numbers;
    }

    private static Modifier modifier(int parameter) {
        int bits = Math.max(0, parameter - 1);
        return (bits & CONTROL) != 0 ? Modifier.CONTROL : (bits & ALT) != 0 ? Modifier.ALT : (bits & SHIFT) != 0 ? Modifier.SHIFT : Modifier.NONE;
    }

    private static Event named(int last, Modifier modifier) {
        return switch (last) {
            case 'A' -> Key.of(Name.UP).with(modifier);
            case 'B' -> Key.of(Name.DOWN).with(modifier);
            case 'C' -> Key.of(Name.RIGHT).with(modifier);
            case 'D' -> Key.of(Name.LEFT).with(modifier);
            case 'F' -> Key.of(Name.END).with(modifier);
            case 'H' -> Key.of(Name.HOME).with(modifier);
            case 'M' -> Key.of(Name.ENTER).with(modifier);
            case 'P', 'Q', 'R', 'S' -> new Key(Name.FUNCTION, last - 'P' + 1, modifier);
            case 'Z' -> Key.of(Name.TAB).with(Modifier.SHIFT);
            case CLOSED -> new Event.Closed();
            default -> Key.of(Name.UNKNOWN);
        };
    }

    private static Key numbered(int number, Modifier modifier) {
        return switch (number) {
            case 1, 7 -> Key.of(Name.HOME).with(modifier);
            case 2 -> Key.of(Name.INSERT).with(modifier);
            case 3 -> Key.of(Name.DELETE).with(modifier);
            case 4, 8 -> Key.of(Name.END).with(modifier);
            case 5 -> Key.of(Name.PAGE_UP).with(modifier);
            case 6 -> Key.of(Name.PAGE_DOWN).with(modifier);
            case 11, 12, 13, 14, 15 -> new Key(Name.FUNCTION, number - 10, modifier);
            case 17, 18, 19, 20, 21 -> new Key(Name.FUNCTION, number - 11, modifier);
            case 23, 24 -> new Key(Name.FUNCTION, number - 12, modifier);
            default -> Key.of(Name.UNKNOWN);
        };
    }

    /** A character of what is pasted; null if there is none. Ctrl-C ends it, in case its end was lost. */
    private Event pasted() throws IOException {
        int value = take();
        boolean followsReturn = wasReturn;
        wasReturn = value == RETURN;
        if (value == ESCAPE && peek() == '[') {
            take();
            sequence();
            return null;
        }
        if (value == CLOSED || value == CTRL_C) {
            isPasting = false;
            return value == CLOSED ? new Event.Closed() : null;
        }
        if (value == LINE_FEED && followsReturn) {
            return null;
        }
        if (value == RETURN || value == LINE_FEED || value == TAB) {
            return Key.character(value == TAB ? TAB : LINE_FEED);
        }
        return value < ' ' || value == DELETE ? null : Key.character(character(value));
    }
}
