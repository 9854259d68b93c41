package peaberry.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What of a linked program the machine needs: the headers and the segments. Symbols and debug information, which the
 * linker puts behind them, stay in the file that the debugger reads.
 *
 * <p>Offsets are those of the ELF64 header and program header ("ELF-64 Object File Format", tables 2 and 9).
 */
final class StrippedProgram {

    private static final int PROGRAM_HEADERS = 32;
    private static final int SECTION_HEADERS = 40;
    private static final int HEADER_SIZE = 52;
    private static final int PROGRAM_HEADER_SIZE = 54;
    private static final int PROGRAM_HEADER_COUNT = 56;
    private static final int SECTION_HEADER_COUNT = 60;
    private static final int SECTION_NAMES = 62;
    private static final int SEGMENT_OFFSET = 8;
    private static final int SEGMENT_FILE_SIZE = 32;

    private StrippedProgram() {
    }

    /** A copy of {@code elf}, which the linker made, that ends with the last byte that a segment or a header needs. */
    static byte[] of(byte[] elf) {
        ByteBuffer in = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
        int headers = Math.toIntExact(in.getLong(PROGRAM_HEADERS));
        int size = in.getShort(PROGRAM_HEADER_SIZE);
        int count = in.getShort(PROGRAM_HEADER_COUNT);
        long end = Math.max(in.getShort(HEADER_SIZE), headers + (long) size * count);
        for (int header = headers; header < headers + size * count; header += size) {
            end = Math.max(end, in.getLong(header + SEGMENT_OFFSET) + in.getLong(header + SEGMENT_FILE_SIZE));
        }
        byte[] stripped = Arrays.copyOf(elf, Math.toIntExact(end));
        ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SECTION_HEADERS, 0).putShort(SECTION_HEADER_COUNT, (short) 0).putShort(SECTION_NAMES, (short) 0);
        return stripped;
    }
}
