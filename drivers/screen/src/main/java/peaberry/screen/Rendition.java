package peaberry.screen;

/** The colours of what is written, as ECMA-48's "select graphic rendition" sets them and a VGA shows them: eight, and eight bright ones for characters. */
final class Rendition {

    private static final int BLACK = 0;
    private static final int WHITE = 7;
    private static final int BRIGHT = 8;
    private static final int BACKGROUND_SHIFT = 4;

    /** The numbers in the sequence. */
    private static final int PLAIN = 0;
    private static final int BOLD = 1;
    private static final int INVERSE = 7;
    private static final int NOT_BOLD = 22;
    private static final int NOT_INVERSE = 27;
    private static final int FOREGROUND = 30;
    private static final int NO_FOREGROUND = 39;
    private static final int BACKGROUND = 40;
    private static final int NO_BACKGROUND = 49;
    /** Not of the standard: xterm's. */
    private static final int BRIGHT_FOREGROUND = 90;
    private static final int COLOURS = 8;

    private int foreground = WHITE;
    private int background = BLACK;
    private int bold;
    private boolean inverse;

    /** As a cell has them. */
    int colours() {
        return inverse ? foreground << BACKGROUND_SHIFT | background | bold : background << BACKGROUND_SHIFT | foreground | bold;
    }

    /** Does what a number of the sequence says; nothing if it is not known here. */
    void select(int number) {
        switch (number) {
            case PLAIN -> {
                foreground = WHITE;
                background = BLACK;
                bold = 0;
                inverse = false;
            }
            case BOLD -> bold = BRIGHT;
            case NOT_BOLD -> bold = 0;
            case INVERSE -> inverse = true;
            case NOT_INVERSE -> inverse = false;
            case NO_FOREGROUND -> foreground = WHITE;
            case NO_BACKGROUND -> background = BLACK;
            default -> selectColour(number);
        }
    }

    private void selectColour(int number) {
        if (isColour(number, FOREGROUND)) {
            foreground = ofVga(number - FOREGROUND);
        } else if (isColour(number, BRIGHT_FOREGROUND)) {
            foreground = ofVga(number - BRIGHT_FOREGROUND);
            bold = BRIGHT;
        } else if (isColour(number, BACKGROUND)) {
            background = ofVga(number - BACKGROUND);
        }
    }

    private static boolean isColour(int number, int first) {
        return number >= first && number < first + COLOURS;
    }

    /** Bit 0 is red and bit 2 blue in the one, and the other way round in the other. */
    private static int ofVga(int colour) {
        return colour & 0b010 | (colour & 0b001) << 2 | colour >>> 2;
    }
}
