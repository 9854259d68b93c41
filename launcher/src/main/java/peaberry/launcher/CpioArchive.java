package peaberry.launcher;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;

/** An archive from which Linux fills its first file system: the format {@code newc} of Linux's Documentation/driver-api/early-userspace/buffer-format.rst. */
final class CpioArchive {

    private static final String MAGIC = "070701";
    private static final String LAST = "TRAILER!!!";
    private static final int EXECUTABLE = 0100755;
    private static final int FOLDER = 0040755;
    private static final int ALIGNMENT = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int entries;

    /** Adds a file that may be executed. @param name a path without a slash in front */
    CpioArchive file(String name, byte[] content) {
        return entry(name, EXECUTABLE, content);
    }

    CpioArchive folder(String name) {
        return entry(name, FOLDER, new byte[0]);
    }

    /** All that was added, and the end. */
    byte[] toBytes() {
        CpioArchive ended = new CpioArchive();
        ended.bytes.writeBytes(bytes.toByteArray());
        ended.entry(LAST, 0, new byte[0]);
        return ended.bytes.toByteArray();
    }

    private CpioArchive entry(String name, int mode, byte[] content) {
        byte[] text = (name + '\0').getBytes(StandardCharsets.US_ASCII);
        // Inode, mode, owner, group, links, time, size, two times major and minor of a device, length of the name, a sum that newc has not.
        int[] fields = {++entries, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, text.length, 0};
        StringBuilder header = new StringBuilder(MAGIC);
        IntStream.of(fields).forEach(field -> header.append(String.format(Locale.ROOT, "%08X", field)));
        bytes.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(text);
        align();
        bytes.writeBytes(content);
        align();
        return this;
    }

    private void align() {
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(0);
        }
    }
}
