package peaberry.screen;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peaberry.runtime.Region;

/** A screen in the hands of a test: its registers and its memory, as the firmware leaves them in the mode of 80 columns and 25 rows. */
final class FakeVideo {

    static final int CELLS = 16 * 1024;
    static final int PLAIN = 0x07;

    private static final int COLUMNS = 80;
    private static final int REGISTERS = 25;

    /** Whether there is a device; if not, all is read as ones. */
    boolean present = true;
    /** Characters written. */
    int writes;

    final VideoRegisters registers = new VideoRegisters() {
        @Override
        int read(int index) {
            return present ? contents[index] : ABSENT;
        }

        @Override
        void write(int index, int value) {
            contents[index] = value;
        }
    };

    final VideoMemory memory = new VideoMemory(new Region()) {
        @Override
        int cells() {
            return CELLS;
        }

        @Override
        int read(int cell) {
            return present ? cells[cell] : 0xFFFF;
        }

        @Override
        void write(int cell, int value) {
            writes++;
            cells[cell] = value;
        }
    };

    private final int[] contents = new int[REGISTERS];
    private final int[] cells = new int[CELLS];

    FakeVideo() {
        contents[VideoRegisters.LAST_COLUMN] = 0x4F;
        contents[VideoRegisters.OVERFLOW] = 0x1F;
        contents[VideoRegisters.CHARACTER_HEIGHT] = 0x4F;
        contents[VideoRegisters.LAST_LINE] = 0x8F;
        contents[VideoRegisters.ROW_PAIRS] = 0x28;
        for (int cell = 0; cell < CELLS; cell++) {
            cells[cell] = PLAIN << 8 | ' ';
        }
    }

    void set(int register, int value) {
        contents[register] = value;
    }

    int get(int register) {
        return contents[register];
    }

    void putCursor(int cell) {
        set(VideoRegisters.CURSOR_HIGH, cell >>> 8);
        set(VideoRegisters.CURSOR_LOW, cell & 0xFF);
    }

    int cursor() {
        return get(VideoRegisters.CURSOR_HIGH) << 8 | get(VideoRegisters.CURSOR_LOW);
    }

    int colours(int row, int column) {
        return cells[row * COLUMNS + column] >>> 8;
    }

    /** A row's text without the blanks at its end. */
    String row(int row) {
        return IntStream.range(row * COLUMNS, (row + 1) * COLUMNS).mapToObj(cell -> String.valueOf((char) (cells[cell] & 0xFF)))
                .collect(Collectors.joining()).stripTrailing();
    }

    /** The rows down to the last that is not blank. */
    String text() {
        return IntStream.range(0, 25).mapToObj(this::row).collect(Collectors.joining("\n")).stripTrailing();
    }
}
