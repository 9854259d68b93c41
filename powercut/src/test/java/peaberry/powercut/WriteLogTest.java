package peaberry.powercut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLogTest {

    @TempDir
    private Path folder;

    /** A write of two sectors, a flush, and a third entry with some flags. */
    private Path log(long entries, long flags) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(7 * 512).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, 0x6A736677736872L).putLong(8, 1).putLong(16, entries).putInt(24, 512);
        bytes.putLong(512, 5).putLong(520, 2);
        Arrays.fill(bytes.array(), 1024, 1536, (byte) 7);
        Arrays.fill(bytes.array(), 1536, 2048, (byte) 8);
        bytes.putLong(2048, 0).putLong(2064, 1);
        bytes.putLong(2560, 1).putLong(2568, 1).putLong(2576, flags);
        return Files.write(folder.resolve("log"), bytes.array());
    }

    @Test
    void writesAndFlushesAreRead() throws IOException {
        WriteLog log = new WriteLog(log(3, 2));
        assertEquals(3, log.entries().size());
        assertEquals(2, log.entries().get(0).sectors());
        assertEquals(true, log.entries().get(1).flush());
        byte[] disk = new byte[8 * 512];
        log.entries().get(0).write(1, disk);
        assertEquals(0, disk[5 * 512]);
        assertEquals(8, disk[6 * 512]);
        log.entries().get(0).write(disk);
        assertEquals(7, disk[5 * 512 + 511]);
        assertEquals(0, disk[7 * 512]);
    }

    @Test
    void whatIsBehindTheLastFlushIsNotThereYet() throws IOException {
        assertEquals(2, new WriteLog(log(2, 0)).entries().size());
        assertEquals(2, WriteLog.entries(log(2, 0)));
        assertEquals(0, WriteLog.entries(Files.write(folder.resolve("empty"), new byte[0])));
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        Path discarded = log(3, 4);
        assertThrows(IOException.class, () -> new WriteLog(discarded));
        Path other = Files.writeString(folder.resolve("other"), "x".repeat(600));
        assertThrows(IOException.class, () -> new WriteLog(other));
    }
}
