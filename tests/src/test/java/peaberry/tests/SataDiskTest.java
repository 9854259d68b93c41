package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver of SATA disks, at the controller that a machine of the type q35 has. */
class SataDiskTest {

    private static final int SECTOR_BYTES = 512;
    private static final int SECTORS = 16_384;
    /** What tests/src/test/systems/sata-disk writes at last, and where. */
    private static final int LAST = 20;
    private static final int AT = 100;
    private static final int COUNT = 128;

    /** QEMU's way to have a sector that cannot be read. */
    private static final String BAD_SECTOR = """
            [inject-error]
            event = "read_aio"
            errno = "5"
            sector = "5000"
            """;

    @TempDir
    private Path folder;

    @Test
    void aDiskThatAnIommuConfinesHasWhatWasWrittenHoweverOftenItsDriverDies() throws IOException, InterruptedException {
        assertServes("-device", "intel-iommu,intremap=on");
    }

    @Test
    void aDiskThatNothingConfinesDoesSoToo() throws IOException, InterruptedException {
        assertServes();
    }

    private void assertServes(String... iommu) throws IOException, InterruptedException {
        Path disk = folder.resolve("disk");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength((long) SECTORS * SECTOR_BYTES);
        }
        Path errors = Files.writeString(folder.resolve("errors"), BAD_SECTOR);
        Stream<String> devices = Stream.concat(Stream.of(iommu), Stream.of(
                "-drive", "if=none,id=disk,rerror=report,driver=raw,file.driver=blkdebug,file.config=" + errors
                        + ",file.image.driver=file,file.image.filename=" + disk,
                "-device", "ide-cd,bus=ide.0",
                "-device", "ide-hd,drive=disk,bus=ide.3"));
        List<String> options = Stream.concat(Stream.of("--system", TestSystem.of("sata-disk", folder).folder().toString()),
                devices.flatMap(argument -> Stream.of("--qemu-arg", argument))).toList();
        try (ConsoleSession session = ConsoleSession.run(Machine.Q35, options.toArray(String[]::new))) {
            assertEquals(0, session.status(), session.errors());
            assertEquals("""
                    size: DONE
                    last sector: DONE
                    behind it: OUT_OF_RANGE
                    into what may be read only: BAD_WINDOW
                    bad sector: DEVICE_ERROR
                    another: DONE
                    20 of 20 right
                    posted: DONE
                    collected: FORGOTTEN
                    posted again: DONE
                    flushed: DONE
                    """.replace("\n", "\r\n"), session.output());
        }
        assertFlushed(disk);
    }

    private static void assertFlushed(Path disk) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(disk)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < COUNT * SECTOR_BYTES / Long.BYTES; i++) {
            assertEquals((long) LAST << Integer.SIZE | i, bytes.getLong(AT * SECTOR_BYTES + i * Long.BYTES));
        }
    }
}
