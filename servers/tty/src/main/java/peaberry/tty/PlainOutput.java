package peaberry.tty;

/**
 * Only text passes, and nothing that a terminal would obey: of control characters those that go on with the line or to the next one ({@code BS HT LF CR}); the others are shown as {@code ^X}.
 * Of bytes from 128 on those pass that are UTF-8 (RFC 3629, section 4), but for the control characters U+0080 to U+009F (ISO 6429); the others are shown as {@code ?}, since there are terminals
 * that take them for such ones.
 */
final class PlainOutput implements Output {

    private static final int BACKSPACE = 8;
    private static final int TAB = 9;
    private static final int LINE_FEED = 10;
    private static final int RETURN = 13;
    private static final int DELETE = 127;
    private static final int FIRST_CONTINUATION = 0x80;
    private static final int LAST_CONTINUATION = 0xBF;
    private static final int FIRST_LEAD = 0xC2;
    private static final int LEAD_OF_3 = 0xE0;
    private static final int LEAD_OF_4 = 0xF0;
    private static final int LAST_LEAD = 0xF4;

    private final Output to;
    /** The first byte of a character whose second one is still to come; else 0. */
    private int lead;
    /** How many bytes of a character are still to come. */
    private int missing;

    PlainOutput(Output to) {
        this.to = to;
    }

    @Override
    public void print(int value) {
        if (value >= FIRST_CONTINUATION && value <= LAST_CONTINUATION && missing > 0) {
            goOn(value);
            return;
        }
        breakOff();
        if (value >= FIRST_LEAD && value <= LAST_LEAD) {
            lead = value;
            missing = value >= LEAD_OF_4 ? 3 : value >= LEAD_OF_3 ? 2 : 1;
        } else if (value >= FIRST_CONTINUATION) {
            to.print('?');
        } else if (isObeyed(value)) {
            to.print('^');
            to.print(value ^ '@');
        } else {
            to.print(value);
        }
    }

    private static boolean isObeyed(int value) {
        return value == DELETE || value < ' ' && value != BACKSPACE && value != TAB && value != LINE_FEED && value != RETURN;
    }

    /** A byte that may be the second one of a character, or a later one. */
    private void goOn(int value) {
        if (lead != 0 && value < leastSecond(lead)) {
            breakOff();
            return;
        }
        if (lead != 0) {
            to.print(lead);
            lead = 0;
        }
        to.print(value);
        missing--;
    }

    /** Below that, it would be a control character, or one in more bytes than it takes, which might be any. */
    private static int leastSecond(int lead) {
        return switch (lead) {
            case FIRST_LEAD, LEAD_OF_3 -> 0xA0;
            case LEAD_OF_4 -> 0x90;
            default -> FIRST_CONTINUATION;
        };
    }

    /** What was begun is no character. */
    private void breakOff() {
        if (lead != 0) {
            to.print('?');
        }
        lead = 0;
        missing = 0;
    }
}
