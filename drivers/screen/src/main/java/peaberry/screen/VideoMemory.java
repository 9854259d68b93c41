package peaberry.screen;

import peaberry.runtime.Region;

/**
 * The memory of a VGA in a mode that shows text: two bytes for each character, the first its number in the font, the second its colours
 * (IBM PS/2 Hardware Interface Technical Reference, "Video Subsystem", "Alphanumeric Modes").
 */
class VideoMemory {

    private final Region memory;

    VideoMemory(Region memory) {
        this.memory = memory;
    }

    /** How many characters there is room for; 0 if there is no such memory. */
    int cells() {
        return (int) (memory.size() / Short.BYTES);
    }

    /** A character in bits 0 to 7, its colours above. @param cell 0 to {@link #cells} - 1 */
    int read(int cell) {
        return memory.unsignedShort((long) cell * Short.BYTES);
    }

    void write(int cell, int value) {
        memory.setInt16((long) cell * Short.BYTES, value);
    }
}
