package peaberry.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.abi.ProgramImage.Access;
import peaberry.abi.ProgramImage.Problem;

class ProgramImageTest {

    private static final int TEXT = 64;
    private static final int DATA = TEXT + 56;
    private static final int CONSTANTS = DATA + 56;

    private static final int TYPE = 0;
    private static final int FLAGS = 4;
    private static final int OFFSET = 8;
    private static final int ADDRESS = 16;
    private static final int FILE_SIZE = 32;
    private static final int MEMORY_SIZE = 40;

    private final ProgramImage image = new ProgramImage();
    private final ByteBuffer file = program();

    @Test
    void readsSegmentsAndEntry() {
        assertEquals(Problem.NONE, open());

        assertFalse(image.isHosted());
        assertEquals(0x40_0010, image.entry());
        assertEquals(3, image.segments());
        assertEquals(0x40_0000, image.address(0));
        assertEquals(Access.READ_EXECUTE, image.access(0));
        assertEquals(Access.READ_WRITE, image.access(1));
        assertEquals(Access.READ, image.access(2));
        assertEquals(4096, image.fileOffset(1));
        assertEquals(16, image.fileSize(1));
        assertEquals(5000, image.memorySize(1));
    }

    @Test
    void readsAHostedProgram() {
        ByteBuffer hosted = hosted(0x40_0020);
        assertEquals(Problem.NONE, image.open(new ArrayBytes(hosted.array())));
        assertTrue(image.isHosted());
        assertEquals(0, image.segments());
        assertEquals(0x40_0020, image.entry());
    }

    @Test
    void refusesAHostedEntryThatIsNone() {
        for (long entry : new long[] {0x40_0008, 0x3F_FFF0, 0x0800_0000, -16}) {
            assertEquals(Problem.BAD_ENTRY, image.open(new ArrayBytes(hosted(entry).array())));
        }
    }

    @Test
    void refusesWhatIsNoElfFile() {
        assertEquals(Problem.NOT_ELF, image.open(new ArrayBytes(new byte[0])));
        for (int offset = 0; offset < 7; offset++) {
            byte old = file.get(offset);
            file.put(offset, (byte) 9);
            assertEquals(Problem.NOT_ELF, open());
            file.put(offset, old);
        }
    }

    @Test
    void refusesOtherMachinesAndTypes() {
        file.putShort(18, (short) 183);
        assertEquals(Problem.NOT_EXECUTABLE, open());
        file.putShort(18, (short) 62).putShort(16, (short) 3);
        assertEquals(Problem.NOT_EXECUTABLE, open());
    }

    @Test
    void refusesHeadersThatAreNotThere() {
        for (long table : new long[] {0, 63, -1, file.capacity() - 100, Long.MAX_VALUE, Long.MIN_VALUE}) {
            file.putLong(32, table);
            assertEquals(Problem.BAD_HEADER, open());
        }
        file.putLong(32, 64).putShort(54, (short) 32);
        assertEquals(Problem.BAD_HEADER, open());
        file.putShort(54, (short) 56).putShort(56, (short) 0xFFFF);
        assertEquals(Problem.BAD_HEADER, open());
    }

    @Test
    void refusesSegmentsOutsideOfTheProgramsRoom() {
        for (long address : new long[] {0, 0x3F_F000, 0x07FF_F000, 0x0800_0000, 0xFFFF_FFFF_8000_0000L, -4096,
            0x7FFF_FFFF_F000L}) {
            file.putLong(DATA + ADDRESS, address);
            assertEquals(Problem.BAD_ADDRESS, open(), Long.toHexString(address));
        }
        file.putLong(DATA + ADDRESS, 0x41_0000).putLong(DATA + MEMORY_SIZE, Long.MAX_VALUE);
        assertEquals(Problem.BAD_ADDRESS, open());
    }

    @Test
    void refusesSegmentsThatAreNotInTheFile() {
        long[][] ranges = {{-1, 1}, {0, -1}, {4096, 4097}, {Long.MAX_VALUE, 1}, {1, Long.MAX_VALUE}};
        for (long[] range : ranges) {
            file.putLong(DATA + OFFSET, range[0]).putLong(DATA + FILE_SIZE, range[1]);
            assertEquals(Problem.BAD_SIZE, open());
        }
    }

    @Test
    void refusesAFileSizeAboveTheMemorySize() {
        file.putLong(DATA + MEMORY_SIZE, 15);
        assertEquals(Problem.BAD_SIZE, open());
    }

    @Test
    void refusesSegmentsThatShareAPage() {
        file.putLong(DATA + ADDRESS, 0x40_0000);
        assertEquals(Problem.OVERLAP, open());
        file.putLong(DATA + ADDRESS, 0x41_F000);
        assertEquals(Problem.OVERLAP, open());
    }

    @Test
    void refusesUnalignedSegments() {
        file.putLong(DATA + ADDRESS, 0x41_0008);
        assertEquals(Problem.BAD_ALIGNMENT, open());
    }

    @Test
    void refusesWritableCodeAndUnreadableData() {
        file.putInt(TEXT + FLAGS, 7);
        assertEquals(Problem.BAD_ACCESS, open());
        file.putInt(TEXT + FLAGS, 1);
        assertEquals(Problem.BAD_ACCESS, open());
    }

    @Test
    void refusesAnEntryOutsideOfTheCode() {
        for (long entry : new long[] {0, 0x3F_FFFF, 0x40_0100, 0x41_0000, -1}) {
            file.putLong(24, entry);
            assertEquals(Problem.BAD_ENTRY, open(), Long.toHexString(entry));
        }
    }

    @Test
    void refusesWhatNeedsALoader() {
        for (int type : new int[] {2, 3, 7}) {
            file.putInt(CONSTANTS + TYPE, type);
            assertEquals(Problem.NEEDS_LOADER, open());
        }
    }

    @Test
    void refusesMoreSegmentsThanItKeeps() {
        ByteBuffer many = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
        many.put(0, header(17, 0x40_0000));
        for (int i = 0; i < 17; i++) {
            segment(many, 64 + 56 * i, 5, 0, 0x40_0000 + 4096L * i, 1, 1);
        }
        assertEquals(Problem.TOO_MANY_SEGMENTS, image.open(new ArrayBytes(many.array())));
        many.putShort(56, (short) 16);
        assertEquals(Problem.NONE, image.open(new ArrayBytes(many.array())));
    }

    @Test
    void aRefusedImageHasNoSegments() {
        open();
        file.putLong(24, 0);
        open();
        assertEquals(0, image.segments());
        assertEquals(0, image.entry());
    }

    @Test
    void whateverOpensIsHarmless() {
        Random random = new Random(3);
        int opened = 0;
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer mutant = program();
            for (int n = random.nextInt(3); n >= 0; n--) {
                mutant.put(16 + random.nextInt(CONSTANTS + 56 - 16), (byte) random.nextInt());
            }
            if (image.open(new ArrayBytes(mutant.array())) == Problem.NONE) {
                opened++;
                assertHarmless(mutant.capacity());
            }
        }
        assertTrue(opened > 0);
    }

    private void assertHarmless(long fileBytes) {
        for (int i = 0; i < image.segments(); i++) {
            long end = image.address(i) + image.memorySize(i);
            assertTrue(image.address(i) >= UserLayout.PROGRAM && end <= UserLayout.PROGRAM_LIMIT);
            assertTrue(image.fileOffset(i) >= 0 && image.fileOffset(i) + image.fileSize(i) <= fileBytes);
            assertTrue(image.fileSize(i) <= image.memorySize(i));
            for (int j = 0; j < i; j++) {
                long otherEnd = image.address(j) + image.memorySize(j);
                assertTrue(image.address(i) >= otherEnd || image.address(j) >= end);
            }
        }
    }

    private Problem open() {
        return image.open(new ArrayBytes(file.array()));
    }

    /** Code at 0x400000, data at 0x410000 with zeros behind, constants at 0x420000. */
    private static ByteBuffer program() {
        ByteBuffer file = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, header(3, 0x40_0010));
        segment(file, TEXT, 5, 0, 0x40_0000, 256, 256);
        segment(file, DATA, 6, 4096, 0x41_0000, 16, 5000);
        segment(file, CONSTANTS, 4, 4112, 0x42_0000, 32, 32);
        return file;
    }

    private static ByteBuffer hosted(long entry) {
        ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, header(0, entry));
        return file.putShort(18, (short) 0);
    }

    private static byte[] header(int segments, long entry) {
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
        header.putShort((short) 2).putShort((short) 62).putInt(1).putLong(entry).putLong(64);
        header.position(52).putShort((short) 64).putShort((short) 56).putShort((short) segments);
        return header.array();
    }

    private static void segment(ByteBuffer file, int at, int flags, long offset, long address, long fileSize,
            long memorySize) {
        file.putInt(at + TYPE, 1).putInt(at + FLAGS, flags).putLong(at + OFFSET, offset).putLong(at + ADDRESS, address)
                .putLong(at + FILE_SIZE, fileSize).putLong(at + MEMORY_SIZE, memorySize);
    }
}
