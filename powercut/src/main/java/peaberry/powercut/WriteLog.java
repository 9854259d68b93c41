package peaberry.powercut;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import peaberry.block.BlockDevice;

/**
 * What a guest wrote to its disk and when that was flushed, as QEMU's block driver {@code blklogwrites} notes it. Linux, Documentation/admin-guide/device-mapper/log-writes.rst, and
 * drivers/md/dm-log-writes.c: little-endian, each in a sector of its own.
 *
 * <pre>
 * first sector    u64 magic, u64 version, u64 entries, u32 bytes of a sector
 * entry           u64 sector, u64 sectors, u64 flags (1 it is a flush, 2 it is through before it is answered, 4 discarded), u64; then, in the next sectors, what was written
 * </pre>
 */
public final class WriteLog {

    private static final long MAGIC = 0x6A73_6677_7368_72L;
    private static final int HEAD_BYTES = 28;
    private static final int ENTRIES = 16;
    private static final int SECTOR = 0;
    private static final int COUNT = 8;
    private static final int FLAGS = 16;
    private static final long FLUSH = 1;
    private static final long THROUGH = 2;

    private final List<Entry> entries = new ArrayList<>();

    /**
     * A flush, or a write.
     *
     * @param sector that was written first
     * @param flush  whether all that was written before it survives a loss of power
     * @param bytes  what was written
     */
    public record Entry(long sector, boolean flush, ByteBuffer bytes) {

        int sectors() {
            return bytes.capacity() / BlockDevice.SECTOR_BYTES;
        }

        /** Writes one of the sectors. */
        void write(int index, byte[] disk) {
            bytes.get(index * BlockDevice.SECTOR_BYTES, disk, Math.toIntExact((sector + index) * BlockDevice.SECTOR_BYTES), BlockDevice.SECTOR_BYTES);
        }

        /** Writes all of them. */
        void write(byte[] disk) {
            bytes.get(0, disk, Math.toIntExact(sector * BlockDevice.SECTOR_BYTES), bytes.capacity());
        }
    }

    /** Reads a log to its end. @throws IOException if it is none, or has in it what is not expected of a guest here */
    public WriteLog(Path file) throws IOException {
        long count = entries(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            int at = BlockDevice.SECTOR_BYTES;
            for (long i = 0; i < count; i++) {
                int bytes = Math.toIntExact(all.getLong(at + COUNT) * BlockDevice.SECTOR_BYTES);
                long flags = all.getLong(at + FLAGS);
                if ((flags & ~(FLUSH | THROUGH)) != 0) {
                    throw new IOException(file + ": entry " + i + " is neither a write nor a flush");
                }
                entries.add(new Entry(all.getLong(at + SECTOR), (flags & FLUSH) != 0, all.slice(at + BlockDevice.SECTOR_BYTES, bytes)));
                at += BlockDevice.SECTOR_BYTES + bytes;
            }
        }
    }

    /** How many entries a log has, which may grow: as of the last flush. */
    public static long entries(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            if (channel.read(head, 0) < HEAD_BYTES) {
                return 0;
            }
            if (head.getLong(0) != 0 && head.getLong(0) != MAGIC) {
                throw new IOException(file + " is no log of writes");
            }
            return head.getLong(ENTRIES);
        }
    }

    /** In the order in which they were made. */
    public List<Entry> entries() {
        return entries;
    }
}
