package peaberry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CpioArchiveTest {

    private static final String ZEROS = "00000000";

    private static String header(String inode, String mode, String size, String nameLength) {
        return "070701" + inode + mode + ZEROS + ZEROS + "00000001" + ZEROS + size + ZEROS.repeat(4) + nameLength + ZEROS;
    }

    @Test
    void namesAndContentsBeginAtMultiplesOfFour() {
        byte[] archive = new CpioArchive().folder("disk").file("init", "hello".getBytes(StandardCharsets.US_ASCII)).toBytes();
        assertEquals(header("00000001", "000041ED", ZEROS, "00000005") + "disk\0\0"
                + header("00000002", "000081ED", "00000005", "00000005") + "init\0\0hello\0\0\0"
                + header("00000001", ZEROS, ZEROS, "0000000B") + "TRAILER!!!\0\0\0\0", new String(archive, StandardCharsets.US_ASCII));
    }

    @Test
    void anArchiveThatWasReadCanBeAddedTo() {
        CpioArchive archive = new CpioArchive().folder("one");
        int length = archive.toBytes().length;
        assertEquals(length, archive.toBytes().length);
        assertEquals(length + 116, archive.folder("two").toBytes().length);
    }
}
