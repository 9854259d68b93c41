package peaberry.screen;

/**
 * What the bytes of a terminal do to a {@link Page}: printable ASCII, the control characters that move, and of the sequences of ECMA-48 those
 * that move the cursor, erase, and choose colours. What is not known vanishes; a sequence ends at the latest with the next Escape.
 *
 * <p>A character beyond ASCII is shown as a square: of its bytes in UTF-8 the first counts.
 */
final class Vt100 {

    private enum Expecting {
        ANYTHING, INTRODUCER, PARAMETER, END_OF_UNKNOWN
    }

    private static final int BACKSPACE = 0x08;
    private static final int CANCEL = 0x18;
    private static final int SUBSTITUTE = 0x1A;
    private static final int ESCAPE = 0x1B;
    private static final int DELETE = 0x7F;
    private static final int FIRST_OF_SEVERAL = 0xC0;
    /** In the font of a PC. */
    private static final int SQUARE = 0xFE;

    private static final int FIRST_FINAL = '@';
    private static final int MAX_PARAMETERS = 8;
    private static final int MAX_PARAMETER = 999;

    private final Page page;
    private final Rendition rendition = new Rendition();
    private final int[] parameters = new int[MAX_PARAMETERS];
    private int parameter;
    private Expecting expecting = Expecting.ANYTHING;

    Vt100(Page page) {
        this.page = page;
    }

    /** Takes a byte, 0 to 255. */
    void take(int value) {
        if (value < ' ') {
            control(value);
            return;
        }
        switch (expecting) {
            case ANYTHING -> show(value);
            case INTRODUCER -> introduce(value);
            case PARAMETER -> parameter(value);
            case END_OF_UNKNOWN -> expecting = value >= FIRST_FINAL ? Expecting.ANYTHING : expecting;
        }
    }

    /** These count wherever they come, in the middle of a sequence too. */
    private void control(int value) {
        switch (value) {
            case BACKSPACE -> page.moveTo(page.row(), page.column() - 1);
            case '\t' -> page.tabulate();
            case '\n' -> page.feedLine(blank());
            case '\r' -> page.moveTo(page.row(), 0);
            case ESCAPE -> expecting = Expecting.INTRODUCER;
            case CANCEL, SUBSTITUTE -> expecting = Expecting.ANYTHING;
            default -> {
                // The others do nothing, and show nothing.
            }
        }
    }

    private void show(int value) {
        if (value < DELETE) {
            page.write(cell(value), blank());
        } else if (value >= FIRST_OF_SEVERAL) {
            page.write(cell(SQUARE), blank());
        }
    }

    private void introduce(int value) {
        expecting = Expecting.ANYTHING;
        if (value == '[') {
            expecting = Expecting.PARAMETER;
            parameter = 0;
            for (int i = 0; i < MAX_PARAMETERS; i++) {
                parameters[i] = 0;
            }
        }
    }

    /** Of more parameters than there is room for the first ones count. */
    private void parameter(int value) {
        if (value >= '0' && value <= '9') {
            if (parameter < MAX_PARAMETERS) {
                parameters[parameter] = Math.min(MAX_PARAMETER, parameters[parameter] * 10 + value - '0');
            }
        } else if (value == ';') {
            parameter = Math.min(MAX_PARAMETERS, parameter + 1);
        } else if (value >= FIRST_FINAL) {
            expecting = Expecting.ANYTHING;
            execute(value);
        } else {
            expecting = Expecting.END_OF_UNKNOWN;
        }
    }

    private void execute(int last) {
        switch (last) {
            case 'A' -> page.moveTo(page.row() - distance(), page.column());
            case 'B' -> page.moveTo(page.row() + distance(), page.column());
            case 'C' -> page.moveTo(page.row(), page.column() + distance());
            case 'D' -> page.moveTo(page.row(), page.column() - distance());
            case 'H', 'f' -> page.moveTo(parameters[0] - 1, parameters[1] - 1);
            case 'J' -> erase(0, Page.CELLS);
            case 'K' -> erase(page.row() * Page.COLUMNS, (page.row() + 1) * Page.COLUMNS);
            case 'm' -> {
                for (int i = 0; i <= parameter && i < MAX_PARAMETERS; i++) {
                    rendition.select(parameters[i]);
                }
            }
            default -> {
                // Not known.
            }
        }
    }

    /** A parameter that is 0 or left out counts as 1. */
    private int distance() {
        return Math.max(1, parameters[0]);
    }

    /** Of a range around the cursor erases what is behind it, with it, or what is before it, with it, or all. */
    private void erase(int from, int to) {
        switch (parameters[0]) {
            case 0 -> page.fill(page.cursor(), to, blank());
            case 1 -> page.fill(from, page.cursor() + 1, blank());
            case 2 -> page.fill(from, to, blank());
            default -> {
                // Not known.
            }
        }
    }

    private int blank() {
        return cell(' ');
    }

    private int cell(int character) {
        return character | rendition.colours() << Byte.SIZE;
    }
}
