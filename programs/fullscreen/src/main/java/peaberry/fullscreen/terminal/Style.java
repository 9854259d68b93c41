package peaberry.fullscreen.terminal;

/** How characters look, as a number: a set of these, and colours. */
public final class Style {

    public static final int PLAIN = 0;
    public static final int BOLD = 1;
    public static final int UNDERLINED = 2;
    public static final int INVERSE = 4;

    private static final int FOREGROUND_SHIFT = 8;
    private static final int BACKGROUND_SHIFT = 16;
    private static final int COLOUR = 0xff;
    private static final int COLOURS = 8;

    /** The numbers of ECMA-48's SGR, and xterm's for bright colours. */
    private static final int SGR_UNDERLINED = 4;
    private static final int SGR_INVERSE = 7;
    private static final int SGR_NOT_BOLD = 22;
    private static final int SGR_NOT_UNDERLINED = 24;
    private static final int SGR_NOT_INVERSE = 27;
    private static final int SGR_FOREGROUND = 30;
    private static final int SGR_NO_FOREGROUND = 39;
    private static final int SGR_BACKGROUND = 40;
    private static final int SGR_NO_BACKGROUND = 49;
    private static final int SGR_BRIGHT_FOREGROUND = 90;
    private static final int SGR_BRIGHT_BACKGROUND = 100;

    private Style() {
    }

    /** The style after a number of SGR; the same if it is not known here. */
    public static int select(int style, int number) {
        return switch (number) {
            case 0 -> PLAIN;
            case 1 -> style | BOLD;
            case SGR_UNDERLINED -> style | UNDERLINED;
            case SGR_INVERSE -> style | INVERSE;
            case SGR_NOT_BOLD -> style & ~BOLD;
            case SGR_NOT_UNDERLINED -> style & ~UNDERLINED;
            case SGR_NOT_INVERSE -> style & ~INVERSE;
            case SGR_NO_FOREGROUND -> style & ~(COLOUR << FOREGROUND_SHIFT);
            case SGR_NO_BACKGROUND -> style & ~(COLOUR << BACKGROUND_SHIFT);
            default -> colour(style, number);
        };
    }

    private static int colour(int style, int number) {
        if (isColour(number, SGR_FOREGROUND) || isColour(number, SGR_BRIGHT_FOREGROUND)) {
            return style & ~(COLOUR << FOREGROUND_SHIFT) | number << FOREGROUND_SHIFT;
        }
        if (isColour(number, SGR_BACKGROUND) || isColour(number, SGR_BRIGHT_BACKGROUND)) {
            return style & ~(COLOUR << BACKGROUND_SHIFT) | number << BACKGROUND_SHIFT;
        }
        return style;
    }

    private static boolean isColour(int number, int first) {
        return number >= first && number < first + COLOURS;
    }

    /** The sequence that selects a style, whatever was selected before. */
    public static String sequence(int style) {
        StringBuilder sequence = new StringBuilder("\033[0");
        append(sequence, (style & BOLD) != 0 ? 1 : 0);
        append(sequence, (style & UNDERLINED) != 0 ? SGR_UNDERLINED : 0);
        append(sequence, (style & INVERSE) != 0 ? SGR_INVERSE : 0);
        append(sequence, style >>> FOREGROUND_SHIFT & COLOUR);
        append(sequence, style >>> BACKGROUND_SHIFT & COLOUR);
        return sequence.append('m').toString();
    }

    private static void append(StringBuilder sequence, int number) {
        if (number != 0) {
            sequence.append(';').append(number);
        }
    }
}
