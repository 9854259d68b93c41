package peaberry.screen;

/**
 * The device that shows a {@link Page}. Its memory and its cursor are all that lasts of a page: a driver that starts goes on with what
 * it finds there. However much was written, at most each character is changed once to show it.
 *
 * <p>The mode is the firmware's choice: if the screen is not one of text with the page's rows and columns, nothing is shown.
 */
final class Display {

    private final VideoRegisters registers;
    private final VideoMemory memory;
    private final int[] shown = new int[Page.CELLS];
    private int shownCursor;
    private boolean isThere;

    Display(VideoRegisters registers, VideoMemory memory) {
        this.registers = registers;
        this.memory = memory;
    }

    /** Reads into a page what the screen shows. */
    void start(Page page) {
        isThere = hasPage();
        if (!isThere) {
            return;
        }
        if (pair(VideoRegisters.START_HIGH, VideoRegisters.START_LOW) != 0) {
            setPair(VideoRegisters.START_HIGH, VideoRegisters.START_LOW, 0);
        }
        for (int cell = 0; cell < Page.CELLS; cell++) {
            shown[cell] = memory.read(cell);
            page.set(cell, shown[cell]);
        }
        shownCursor = pair(VideoRegisters.CURSOR_HIGH, VideoRegisters.CURSOR_LOW);
        page.setCursor(shownCursor < Page.CELLS ? shownCursor : Page.CELLS - Page.COLUMNS);
    }

    /** Makes the screen show a page. */
    void show(Page page) {
        if (!isThere) {
            return;
        }
        for (int cell = 0; cell < Page.CELLS; cell++) {
            if (shown[cell] != page.at(cell)) {
                shown[cell] = page.at(cell);
                memory.write(cell, shown[cell]);
            }
        }
        if (shownCursor != page.cursor()) {
            shownCursor = page.cursor();
            setPair(VideoRegisters.CURSOR_HIGH, VideoRegisters.CURSOR_LOW, shownCursor);
        }
    }

    private boolean hasPage() {
        int overflow = registers.read(VideoRegisters.OVERFLOW);
        int lines = registers.read(VideoRegisters.LAST_LINE)
                + ((overflow & VideoRegisters.OVERFLOW_LAST_LINE_8) != 0 ? 1 << 8 : 0)
                + ((overflow & VideoRegisters.OVERFLOW_LAST_LINE_9) != 0 ? 1 << 9 : 0) + 1;
        int height = (registers.read(VideoRegisters.CHARACTER_HEIGHT) & VideoRegisters.CHARACTER_HEIGHT_MASK) + 1;
        return memory.cells() >= Page.CELLS && lines == Page.ROWS * height
                && registers.read(VideoRegisters.LAST_COLUMN) == Page.COLUMNS - 1 && registers.read(VideoRegisters.ROW_PAIRS) == Page.COLUMNS / 2;
    }

    private int pair(int high, int low) {
        return registers.read(high) << Byte.SIZE | registers.read(low);
    }

    private void setPair(int high, int low, int value) {
        registers.write(high, value >>> Byte.SIZE);
        registers.write(low, value & 0xFF);
    }
}
