package peaberry.interactive;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * From the bytes of a terminal to keys: UTF-8 (RFC 3629), the escape sequences of cursor and editing keys with modifiers (ECMA-48; xterm, PC-Style Function Keys), Alt as an escape before a character, and line
 * ends, CR, LF and CR LF alike. What is not UTF-8 becomes {@link Key#REPLACEMENT}; NUL and unknown sequences vanish.
 */
final class KeyDecoder {

    private enum Expecting { ANYTHING, CONTINUATION, AFTER_ESCAPE, PARAMETERS, FUNCTION }

    private static final int MOST = 999;
    private static final int PASTE = 200;
    private static final int PASTE_END = 201;

    private final Deque<Integer> keys = new ArrayDeque<>();
    private Expecting expecting = Expecting.ANYTHING;
    private boolean afterReturn;
    private int parameter;
    private int modifier;
    private boolean isModifier;

    private int codePoint;
    private int missing;
    private int lowest;
    private int highest;

    /** Takes a byte, 0 to 255. {@link #next} then answers the keys that it completed. */
    void feed(int value) {
        switch (expecting) {
            case ANYTHING -> start(value);
            case CONTINUATION -> proceed(value);
            case AFTER_ESCAPE -> afterEscape(value);
            case PARAMETERS -> parameters(value);
            case FUNCTION -> function(value);
        }
    }

    /** The next key, or {@link Key#NONE} if more bytes are needed. */
    int next() {
        return keys.isEmpty() ? Key.NONE : keys.remove();
    }

    private void add(int key) {
        if (key != Key.NONE) {
            keys.add(key);
        }
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
            expecting = Expecting.AFTER_ESCAPE;
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

    private void afterEscape(int value) {
        if (value == '[') {
            expecting = Expecting.PARAMETERS;
            parameter = 0;
            modifier = 0;
            isModifier = false;
        } else if (value == 'O') {
            expecting = Expecting.FUNCTION;
        } else if (value == Key.ESCAPE) {
            add(Key.ESCAPE); // and this one may begin a sequence
        } else if (value >= ' ' && value <= Key.RUBOUT || value == Key.BACKSPACE) {
            expecting = Expecting.ANYTHING;
            add(Key.ALT + value);
        } else {
            restart(value);
        }
    }

    private void parameters(int value) {
        if (value >= '0' && value <= '9') {
            if (isModifier) {
                modifier = Math.min(MOST, modifier * 10 + value - '0');
            } else {
                parameter = Math.min(MOST, parameter * 10 + value - '0');
            }
        } else if (value == ';') {
            isModifier = true;
            modifier = 0;
        } else if (value == '~') {
            expecting = Expecting.ANYTHING;
            add(editingKey());
        } else if (value >= 0x40 && value < Key.RUBOUT) {
            expecting = Expecting.ANYTHING;
            add(cursorKey(value, modifier > 1));
        } else if (value < ' ' || value > 0x3F) {
            restart(value);
        }
    }

    private void function(int value) {
        if (value < ' ' || value >= Key.RUBOUT) {
            restart(value);
            return;
        }
        expecting = Expecting.ANYTHING;
        add(cursorKey(value, false));
    }

    /** What was begun is abandoned; this byte stands for itself. */
    private void restart(int value) {
        expecting = Expecting.ANYTHING;
        start(value);
    }

    private static int cursorKey(int letter, boolean isModified) {
        return switch (letter) {
            case 'A' -> Key.UP;
            case 'B' -> Key.DOWN;
            case 'C' -> isModified ? Key.WORD_RIGHT : Key.RIGHT;
            case 'D' -> isModified ? Key.WORD_LEFT : Key.LEFT;
            case 'H' -> Key.HOME;
            case 'F' -> Key.END;
            default -> Key.NONE;
        };
    }

    private int editingKey() {
        return switch (parameter) {
            case 1, 7 -> Key.HOME;
            case 3 -> Key.DELETE;
            case 4, 8 -> Key.END;
            case PASTE -> Key.PASTE;
            case PASTE_END -> Key.PASTE_END;
            default -> Key.NONE;
        };
    }
}
