package peaberry.shell;

/**
 * From the bytes of a terminal to keys: UTF-8 (RFC 3629), the escape sequences of cursor keys (ECMA-48, xterm's
 * "PC-Style Function Keys"), and line ends, CR, LF and CR LF alike. Whatever is none of these becomes
 * {@link Key#REPLACEMENT}; NUL and unknown sequences vanish.
 */
final class KeyDecoder {

    private enum Expecting {
        ANYTHING, CONTINUATION, INTRODUCER, PARAMETER, FUNCTION
    }

    private static final int MAX_PARAMETER = 99;

    private Expecting expecting = Expecting.ANYTHING;
    private boolean afterReturn;
    private int parameter;

    private int codePoint;
    private int missing;
    private int lowest;
    private int highest;

    private int first = Key.NONE;
    private int second = Key.NONE;

    /** Takes a byte, 0 to 255. {@link #next} then answers the keys that it completed. */
    void feed(int value) {
        switch (expecting) {
            case ANYTHING -> start(value);
            case CONTINUATION -> proceed(value);
            case INTRODUCER -> introduce(value);
            case PARAMETER -> parameter(value);
            case FUNCTION -> function(value);
        }
    }

    /** The next key, or {@link Key#NONE} if more bytes are needed. */
    int next() {
        int key = first;
        first = second;
        second = Key.NONE;
        return key;
    }

    private void start(int value) {
        boolean endsPair = afterReturn && value == '\n';
        afterReturn = value == '\r';
        if (value == 0 || endsPair) {
            return;
        }
        if (value == '\r' || value == '\n') {
            add(Key.ENTER);
        } else if (value == Key.ESCAPE) {
            expecting = Expecting.INTRODUCER;
        } else if (value < 0x80) {
            add(value);
        } else {
            startSequence(value);
        }
    }

    /** The first byte of a character that has several says how many, and how the second one is limited. */
    private void startSequence(int value) {
        lowest = 0x80;
        highest = 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            missing = 1;
            codePoint = value & 0x1F;
        } else if (value >= 0xE0 && value <= 0xEF) {
            missing = 2;
            codePoint = value & 0x0F;
            lowest = value == 0xE0 ? 0xA0 : 0x80;
            highest = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            missing = 3;
            codePoint = value & 0x07;
            lowest = value == 0xF0 ? 0x90 : 0x80;
            highest = value == 0xF4 ? 0x8F : 0xBF;
        } else {
            add(Key.REPLACEMENT);
            return;
        }
        expecting = Expecting.CONTINUATION;
    }

    private void proceed(int value) {
        if (value < lowest || value > highest) {
            add(Key.REPLACEMENT);
            restart(value);
            return;
        }
        lowest = 0x80;
        highest = 0xBF;
        codePoint = codePoint << 6 | value & 0x3F;
        missing--;
        if (missing == 0) {
            expecting = Expecting.ANYTHING;
            add(codePoint);
        }
    }

    private void introduce(int value) {
        if (value == '[') {
            expecting = Expecting.PARAMETER;
            parameter = 0;
        } else if (value == 'O') {
            expecting = Expecting.FUNCTION;
        } else {
            restart(value);
        }
    }

    private void parameter(int value) {
        if (value >= '0' && value <= '9') {
            parameter = Math.min(MAX_PARAMETER, parameter * 10 + value - '0');
        } else if (value == '~') {
            expecting = Expecting.ANYTHING;
            add(editingKey(parameter));
        } else if (value >= 0x40 && value < Key.RUBOUT) {
            expecting = Expecting.ANYTHING;
            add(cursorKey(value));
        } else if (value < 0x20 || value > 0x3F) {
            restart(value);
        }
    }

    private void function(int value) {
        if (value < ' ' || value >= Key.RUBOUT) {
            restart(value);
            return;
        }
        expecting = Expecting.ANYTHING;
        add(cursorKey(value));
    }

    /** What was begun is abandoned; this byte stands for itself. */
    private void restart(int value) {
        expecting = Expecting.ANYTHING;
        start(value);
    }

    private void add(int key) {
        if (first == Key.NONE) {
            first = key;
        } else {
            second = key;
        }
    }

    private static int cursorKey(int letter) {
        return switch (letter) {
            case 'A' -> Key.UP;
            case 'B' -> Key.DOWN;
            case 'C' -> Key.RIGHT;
            case 'D' -> Key.LEFT;
            case 'H' -> Key.HOME;
            case 'F' -> Key.END;
            default -> Key.NONE;
        };
    }

    private static int editingKey(int number) {
        return switch (number) {
            case 1, 7 -> Key.HOME;
            case 3 -> Key.DELETE;
            case 4, 8 -> Key.END;
            default -> Key.NONE;
        };
    }
}
