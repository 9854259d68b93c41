package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import peaberry.abi.BootArchive;
import peaberry.abi.BootArchive.Kind;
import peaberry.abi.BootArchive.Problem;
import peaberry.abi.ByteRange;

class BootArchiveWriterTest {

    @Test
    void theReaderFindsWhatWasAdded() {
        byte[] large = new byte[5000];
        large[4999] = 42;
        byte[] archive = new BootArchiveWriter().add("root", Kind.PROGRAM, large).add("motd", Kind.SYSTEM, new byte[] {7})
                .add("empty", Kind.SYSTEM, new byte[0]).toBytes();

        BootArchive reader = new BootArchive();
        assertEquals(Problem.NONE, reader.open(new ArrayBytes(archive)));
        ByteRange content = new ByteRange();

        reader.show(reader.find("root", Kind.PROGRAM), content);
        assertEquals(5000, content.size());
        assertEquals(42, content.unsignedByte(4999));
        reader.show(reader.find("motd", Kind.SYSTEM), content);
        assertEquals(1, content.size());
        assertEquals(7, content.unsignedByte(0));
        assertEquals(0, reader.length(reader.find("empty", Kind.SYSTEM)));
        assertEquals(0, archive.length % 4096);
    }

    @Test
    void anArchiveWithoutEntriesIsOne() {
        BootArchive reader = new BootArchive();
        assertEquals(Problem.NONE, reader.open(new ArrayBytes(new BootArchiveWriter().toBytes())));
        assertEquals(0, reader.entries());
    }

    @Test
    void whatIsTheSameIsThereOnce() {
        byte[] program = new byte[5000];
        BootArchive reader = new BootArchive();
        assertEquals(Problem.NONE, reader.open(new ArrayBytes(new BootArchiveWriter()
                .add("login", Kind.PROGRAM, program).add("other", Kind.PROGRAM, new byte[5001]).add("passwd", Kind.PROGRAM, program).toBytes())));
        assertEquals(reader.offset(0), reader.offset(2));
        assertEquals(5000, reader.length(2));
        assertNotEquals(reader.offset(0), reader.offset(1));
    }

    @Test
    void theSameEntriesGiveTheSameBytes() {
        assertArrayEquals(new BootArchiveWriter().add("a", Kind.SYSTEM, new byte[] {1}).toBytes(),
                new BootArchiveWriter().add("a", Kind.SYSTEM, new byte[] {1}).toBytes());
    }

    @Test
    void refusesNamesThatAReaderWouldRefuse() {
        BootArchiveWriter writer = new BootArchiveWriter();
        for (String name : new String[] {"", "a b", "caf\u00e9", "abcdefghijklmnopqrstuvwxy"}) {
            assertThrows(IllegalArgumentException.class, () -> writer.add(name, Kind.SYSTEM, new byte[0]), name);
        }
    }
}
