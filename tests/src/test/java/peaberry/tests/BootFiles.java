package peaberry.tests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import peaberry.abi.BootArchive;
import peaberry.image.BootArchiveWriter;
import peaberry.image.ModuleFolders;
import peaberry.image.SystemSource;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.SystemDeclaration;

/** Boot archives and program images as nobody should make them. */
final class BootFiles {

    private static final int ENTRY = 24;
    private static final int PROGRAM_HEADERS = 32;
    private static final int PT_LOAD = 1;
    private static final int PROGRAM_HEADER_BYTES = 56;

    private BootFiles() {}

    static byte[] program(String name) throws IOException {
        return Files.readAllBytes(Repository.IMAGE.resolve(name + ".elf"));
    }

    static byte[] archive() throws IOException {
        return Files.readAllBytes(Repository.IMAGE.resolve("minimal.archive"));
    }

    /** A sound archive in which some programs are replaced; an empty replacement leaves the program out. */
    static byte[] archiveWith(Map<String, byte[]> replacements) throws IOException {
        try {
            SystemDeclaration system = SystemSource.minimal(Repository.HOME).read(ModuleFolders.in(Repository.classes("")));
            BootArchiveWriter archive = new BootArchiveWriter();
            Set<String> programs = new LinkedHashSet<>(Set.of(SystemDeclaration.ROOT));
            system.processes().forEach(process -> programs.add(process.programName()));
            for (String program : programs) {
                byte[] content = replacements.getOrDefault(program, program(program));
                if (content.length > 0) {
                    archive.add(program, BootArchive.Kind.PROGRAM, content);
                }
            }
            return archive.addSystem(system).toBytes();
        } catch (DeclarationException refusals) {
            throw new IllegalStateException(refusals);
        }
    }

    /** The options that boot this archive instead of the built one. */
    static String[] bootingFrom(Path folder, byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve("boot.archive"), archive);
        return new String[] {"--qemu-arg", "-initrd", "--qemu-arg", file.toString()};
    }

    /** Overwrites eight bytes of the ELF file header. */
    static byte[] withHeader(byte[] program, int offset, long value) {
        ByteBuffer file = copy(program);
        file.putLong(offset, value);
        return file.array();
    }

    /** A program that begins with these bytes of machine code instead of its own. */
    static byte[] withCode(byte[] program, byte[] code) {
        ByteBuffer file = copy(program);
        long entry = file.getLong(ENTRY);
        int header = (int) file.getLong(PROGRAM_HEADERS);
        while (file.getInt(header) != PT_LOAD || entry - file.getLong(header + 16) >= file.getLong(header + 32)) {
            header += PROGRAM_HEADER_BYTES;
        }
        file.put((int) (file.getLong(header + 8) + entry - file.getLong(header + 16)), code);
        return file.array();
    }

    /** Overwrites eight bytes of the first loadable segment's program header. */
    static byte[] withSegment(byte[] program, int offset, long value) {
        ByteBuffer file = copy(program);
        int header = (int) file.getLong(PROGRAM_HEADERS);
        while (file.getInt(header) != PT_LOAD) {
            header += PROGRAM_HEADER_BYTES;
        }
        file.putLong(header + offset, value);
        return file.array();
    }

    private static ByteBuffer copy(byte[] program) {
        return ByteBuffer.wrap(program.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
