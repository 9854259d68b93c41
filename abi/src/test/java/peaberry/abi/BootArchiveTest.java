package peaberry.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import peaberry.abi.BootArchive.Kind;
import peaberry.abi.BootArchive.Problem;

class BootArchiveTest {

    private static final int FIRST_ENTRY = BootArchive.HEADER_BYTES;
    private static final int SECOND_ENTRY = FIRST_ENTRY + BootArchive.ENTRY_BYTES;

    private final BootArchive archive = new BootArchive();
    private final ByteBuffer bytes = twoEntries();

    @Test
    void findsAnEntryByNameAndKind() {
        assertEquals(Problem.NONE, open());

        int program = archive.find("root", Kind.PROGRAM);
        int lines = archive.find("root", Kind.LINE_TABLE);

        assertEquals(0, program);
        assertEquals(1, lines);
        assertEquals(4096, archive.offset(program));
        assertEquals(5, archive.length(program));
        assertTrue(archive.isOfKind(lines, Kind.LINE_TABLE));
        assertFalse(archive.isOfKind(lines, Kind.PROGRAM));
        assertEquals(-1, archive.find("root", Kind.SYSTEM));
        assertEquals(-1, archive.find("roo", Kind.PROGRAM));
        assertEquals(-1, archive.find("rooty", Kind.PROGRAM));
    }

    @Test
    void showsAnEntrysDataAndNothingBeyond() {
        open();
        ByteRange range = new ByteRange();

        archive.show(0, range);

        assertEquals(5, range.size());
        assertEquals('h', range.unsignedByte(0));
        assertEquals('o', range.unsignedByte(4));
        assertEquals(0, range.unsignedByte(5));
        assertEquals(0, range.unsignedByte(-1));
        assertEquals(0x6C6C_6568, range.int32(0));
        assertEquals(0x6F6C_6C65, range.int32(1));
        assertEquals(0x6F6C_6C, range.int32(2));
        assertEquals(0x6F_6C6C_6568L, range.int64(0));
        assertEquals(0x6800_0000, range.int32(-3));
    }

    @Test
    void spellsNames() {
        open();
        assertEquals(4, archive.nameLength(0));
        assertEquals('r', archive.nameChar(0, 0));
        assertEquals('t', archive.nameChar(0, 3));
    }

    @Test
    void anEntryThatDoesNotExistIsEmpty() {
        open();
        ByteRange range = new ByteRange();
        for (int entry : new int[] {-1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            archive.show(entry, range);
            assertEquals(0, range.size());
            assertEquals(0, archive.nameLength(entry));
            assertFalse(archive.isOfKind(entry, Kind.PROGRAM));
        }
    }

    @Test
    void aNameMayFillItsField() {
        put(FIRST_ENTRY, "abcdefghijklmnopqrstuvwx");
        seal();
        assertEquals(Problem.NONE, open());
        assertEquals(0, archive.find("abcdefghijklmnopqrstuvwx", Kind.PROGRAM));
    }

    @Test
    void trailingBytesBehindTheArchiveDoNotMatter() {
        byte[] longer = new byte[bytes.capacity() + 4096];
        System.arraycopy(bytes.array(), 0, longer, 0, bytes.capacity());
        assertEquals(Problem.NONE, archive.open(new ArrayBytes(longer)));
    }

    @Test
    void refusesWhatIsTooShort() {
        assertEquals(Problem.TOO_SHORT, archive.open(new ArrayBytes(new byte[31])));
        assertEquals(Problem.TOO_SHORT, archive.open(new ArrayBytes(new byte[0])));
    }

    @Test
    void refusesAnotherMagicOrVersion() {
        bytes.put(0, (byte) 'p');
        assertEquals(Problem.WRONG_MAGIC, open());
        bytes.put(0, (byte) 'P').putInt(BootArchive.VERSION_OFFSET, 2);
        assertEquals(Problem.WRONG_VERSION, open());
    }

    @Test
    void refusesSizesThatDoNotFit() {
        bytes.putLong(BootArchive.TOTAL_OFFSET, bytes.capacity() + 1);
        assertEquals(Problem.WRONG_SIZE, open());
        bytes.putLong(BootArchive.TOTAL_OFFSET, -1);
        assertEquals(Problem.WRONG_SIZE, open());
        bytes.putLong(BootArchive.TOTAL_OFFSET, bytes.capacity()).putInt(BootArchive.COUNT_OFFSET, -1);
        assertEquals(Problem.WRONG_SIZE, open());
        bytes.putInt(BootArchive.COUNT_OFFSET, Integer.MAX_VALUE);
        assertEquals(Problem.WRONG_SIZE, open());
    }

    @Test
    void refusesEveryFlippedBitBehindTheHeader() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int offset = BootArchive.HEADER_BYTES + random.nextInt(bytes.capacity() - BootArchive.HEADER_BYTES);
            byte flip = (byte) (1 << random.nextInt(8));
            bytes.put(offset, (byte) (bytes.get(offset) ^ flip));
            assertEquals(Problem.WRONG_CHECKSUM, open());
            bytes.put(offset, (byte) (bytes.get(offset) ^ flip));
        }
    }

    @Test
    void onlyTheChecksumIsBelievedOfWhatWasCompared() {
        bytes.put(bytes.capacity() - 1, (byte) ~bytes.get(bytes.capacity() - 1));
        assertEquals(Problem.NONE, archive.openCompared(new ArrayBytes(bytes.array())));
        bytes.putInt(BootArchive.COUNT_OFFSET, -1);
        assertEquals(Problem.WRONG_SIZE, archive.openCompared(new ArrayBytes(bytes.array())));
    }

    @Test
    void refusesBadNames() {
        for (String name : new String[] {"", "ro ot", "root\u007F", "root\0x"}) {
            put(FIRST_ENTRY, name);
            seal();
            assertEquals(Problem.BAD_NAME, open(), name);
        }
    }

    @Test
    void refusesTwoEntriesOfOneNameAndKind() {
        bytes.putInt(SECOND_ENTRY + BootArchive.KIND_OFFSET, Kind.PROGRAM.number());
        seal();
        assertEquals(Problem.BAD_NAME, open());
    }

    @Test
    void refusesUnknownKinds() {
        for (int kind : new int[] {0, 4, -1}) {
            bytes.putInt(FIRST_ENTRY + BootArchive.KIND_OFFSET, kind);
            seal();
            assertEquals(Problem.BAD_KIND, open());
        }
    }

    @Test
    void refusesEntriesOutsideOfTheArchive() {
        long[][] ranges = {{-4096, 1}, {0, 1}, {4097, 1}, {bytes.capacity(), 1}, {4096, -1}, {4096, Long.MAX_VALUE},
            {Long.MAX_VALUE & -4096, 4096}, {8192, 4097}};
        for (long[] range : ranges) {
            bytes.putLong(FIRST_ENTRY + BootArchive.DATA_OFFSET, range[0]);
            bytes.putLong(FIRST_ENTRY + BootArchive.LENGTH_OFFSET, range[1]);
            seal();
            assertEquals(Problem.BAD_RANGE, open(), range[0] + " " + range[1]);
            assertEquals(0, archive.entries());
        }
    }

    @Test
    void whateverOpensHasItsEntriesInside() {
        Random random = new Random(2);
        ByteRange range = new ByteRange();
        int opened = 0;
        for (int i = 0; i < 3000; i++) {
            ByteBuffer mutant = twoEntries();
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutant.put(random.nextInt(SECOND_ENTRY + BootArchive.ENTRY_BYTES), (byte) random.nextInt());
            }
            seal(mutant);
            if (archive.open(new ArrayBytes(mutant.array())) == Problem.NONE) {
                opened++;
            }
            for (int entry = 0; entry < archive.entries(); entry++) {
                archive.show(entry, range);
                assertEquals(archive.length(entry), range.size());
                assertTrue(archive.offset(entry) + archive.length(entry) <= mutant.capacity());
            }
        }
        assertTrue(opened > 0);
    }

    private Problem open() {
        return archive.open(new ArrayBytes(bytes.array()));
    }

    private void put(int entry, String name) {
        bytes.put(entry, new byte[BootArchive.NAME_BYTES]);
        bytes.put(entry, name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void seal() {
        seal(bytes);
    }

    private static void seal(ByteBuffer archive) {
        long total = archive.getLong(BootArchive.TOTAL_OFFSET);
        if (total >= BootArchive.HEADER_BYTES && total <= archive.capacity()) {
            CRC32 checksum = new CRC32();
            checksum.update(archive.array(), BootArchive.HEADER_BYTES, (int) total - BootArchive.HEADER_BYTES);
            archive.putInt(BootArchive.CHECKSUM_OFFSET, (int) checksum.getValue());
        }
    }

    /** A program "root" with the bytes "hello", and its line table of 8 bytes. */
    private static ByteBuffer twoEntries() {
        ByteBuffer archive = ByteBuffer.allocate(3 * 4096).order(ByteOrder.LITTLE_ENDIAN);
        archive.put("PEABERRY".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(2).putLong(archive.capacity());
        Kind[] kinds = {Kind.PROGRAM, Kind.LINE_TABLE};
        for (int i = 0; i < kinds.length; i++) {
            int at = FIRST_ENTRY + i * BootArchive.ENTRY_BYTES;
            archive.put(at, "root".getBytes(StandardCharsets.US_ASCII));
            archive.putInt(at + BootArchive.KIND_OFFSET, kinds[i].number());
            archive.putLong(at + BootArchive.DATA_OFFSET, 4096L * (i + 1));
            archive.putLong(at + BootArchive.LENGTH_OFFSET, i == 0 ? 5 : 8);
        }
        archive.put(4096, "hello".getBytes(StandardCharsets.US_ASCII));
        archive.put(4101, new byte[] {1, 1, 1});
        archive.put(8192, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        seal(archive);
        return archive;
    }
}
