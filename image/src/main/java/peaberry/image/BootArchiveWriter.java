package peaberry.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import peaberry.abi.BootArchive;
import peaberry.abi.SystemTable;
import peaberry.abi.UserLayout;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.SystemDeclaration;
import peaberry.image.system.SystemWriter;

/** Makes a boot archive, as {@link BootArchive} reads it. The same entries give the same bytes; those with the same content share it. */
public final class BootArchiveWriter {

    private record Entry(byte[] name, BootArchive.Kind kind, byte[] content) {
    }

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Adds an entry.
     *
     * @param name 1 to 24 printable ASCII characters, not that of another entry of the kind
     */
    public BootArchiveWriter add(String name, BootArchive.Kind kind, byte[] content) {
        if (!name.matches("[!-~]{1," + BootArchive.NAME_BYTES + "}")) {
            throw new IllegalArgumentException("not a name for an archive entry: " + name);
        }
        if (entries.size() == BootArchive.MAX_ENTRIES) {
            throw new IllegalStateException("the archive is full");
        }
        entries.add(new Entry(name.getBytes(StandardCharsets.US_ASCII), kind, content.clone()));
        return this;
    }

    /** Adds a program as the linker made it, without what only a debugger reads. */
    public BootArchiveWriter addLinked(String name, byte[] elf) {
        return add(name, BootArchive.Kind.PROGRAM, StrippedProgram.of(elf));
    }

    /** Adds what root reads to make the processes. @throws DeclarationException if somebody is to have what nobody can give */
    public BootArchiveWriter addSystem(SystemDeclaration system) throws DeclarationException {
        return add(SystemTable.ENTRY, BootArchive.Kind.SYSTEM, SystemWriter.toBytes(system));
    }

    /** The archive; its size is a multiple of the page size. */
    public byte[] toBytes() {
        long total = pageUp(BootArchive.HEADER_BYTES + (long) entries.size() * BootArchive.ENTRY_BYTES);
        Map<ByteBuffer, Long> offsets = new HashMap<>();
        for (Entry entry : entries) {
            if (offsets.putIfAbsent(ByteBuffer.wrap(entry.content), total) == null) {
                total += pageUp(entry.content.length);
            }
        }
        ByteBuffer archive = ByteBuffer.allocate(Math.toIntExact(total)).order(ByteOrder.LITTLE_ENDIAN);
        archive.putLong(BootArchive.MAGIC);
        archive.putInt(BootArchive.VERSION);
        archive.putInt(entries.size());
        archive.putLong(total);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            long offset = offsets.get(ByteBuffer.wrap(entry.content));
            int at = BootArchive.HEADER_BYTES + i * BootArchive.ENTRY_BYTES;
            archive.put(at, entry.name);
            archive.putInt(at + BootArchive.KIND_OFFSET, entry.kind.number());
            archive.putLong(at + BootArchive.DATA_OFFSET, offset);
            archive.putLong(at + BootArchive.LENGTH_OFFSET, entry.content.length);
            archive.put((int) offset, entry.content);
        }
        byte[] bytes = archive.array();
        CRC32 checksum = new CRC32();
        checksum.update(bytes, BootArchive.HEADER_BYTES, bytes.length - BootArchive.HEADER_BYTES);
        archive.putInt(BootArchive.CHECKSUM_OFFSET, (int) checksum.getValue());
        return bytes;
    }

    private static long pageUp(long bytes) {
        return bytes + UserLayout.PAGE - 1 & -UserLayout.PAGE;
    }
}
