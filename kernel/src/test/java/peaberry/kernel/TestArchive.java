package peaberry.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import peaberry.abi.BootArchive;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;

/** Boot archives with one program, and the ELF files in them, right or wrong as a test wants. */
final class TestArchive {

    static final int PT_LOAD = 1;
    static final int READ = 4;
    static final int READ_WRITE = 6;
    static final int READ_EXECUTE = 5;

    /** A segment; the file's content is the bytes 1, 2, 3, ... */
    record Segment(long address, int flags, int fileBytes, long memoryBytes) {
    }

    private TestArchive() {
    }

    /** An archive whose program named {@code root} has no segments, as on the hosted machine. */
    static byte[] hosted() {
        return archive("root", elf(ProgramImage.EM_NONE, UserLayout.PROGRAM));
    }

    static byte[] archive(String name, byte[] program) {
        int data = 4096;
        ByteBuffer archive = ByteBuffer.allocate(data + program.length).order(ByteOrder.LITTLE_ENDIAN);
        archive.putLong(0, BootArchive.MAGIC).putInt(8, BootArchive.VERSION).putInt(12, 1).putLong(16, archive.capacity());
        archive.put(32, name.getBytes(StandardCharsets.US_ASCII));
        archive.putInt(32 + 24, BootArchive.Kind.PROGRAM.number()).putLong(32 + 32, data).putLong(32 + 40, program.length);
        archive.put(data, program);
        CRC32 checksum = new CRC32();
        checksum.update(archive.array(), 32, archive.capacity() - 32);
        archive.putInt(24, (int) checksum.getValue());
        return archive.array();
    }

    static byte[] elf(int machine, long entry, Segment... segments) {
        int size = 64 + 56 * segments.length;
        for (Segment segment : segments) {
            size += segment.fileBytes;
        }
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0x0001_0102_464C_457FL).putShort(16, (short) 2).putShort(18, (short) machine).putInt(20, 1);
        file.putLong(24, entry).putLong(32, 64).putShort(52, (short) 64).putShort(54, (short) 56);
        file.putShort(56, (short) segments.length);
        int content = 64 + 56 * segments.length;
        for (int i = 0; i < segments.length; i++) {
            Segment segment = segments[i];
            int header = 64 + 56 * i;
            file.putInt(header, PT_LOAD).putInt(header + 4, segment.flags).putLong(header + 8, content);
            file.putLong(header + 16, segment.address).putLong(header + 32, segment.fileBytes);
            file.putLong(header + 40, segment.memoryBytes);
            for (int at = 0; at < segment.fileBytes; at++) {
                file.put(content++, (byte) (at + 1));
            }
        }
        return file.array();
    }
}
