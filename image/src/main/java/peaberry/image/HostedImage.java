package peaberry.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import peaberry.abi.BootArchive;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.SystemDeclaration;
import peaberry.machine.simulated.SimulatedProgram;

/**
 * What the hosted machine boots: an archive whose executables have no content but an entry, and the programs that
 * these entries stand for.
 *
 * @param archive  the boot archive
 * @param programs the programs by index
 * @param kernel   folders of the kernel's class files
 */
public record HostedImage(byte[] archive, List<SimulatedProgram> programs, List<Path> kernel) {

    private static final int ET_EXEC = 2;

    public HostedImage {
        programs = List.copyOf(programs);
        kernel = List.copyOf(kernel);
    }

    /** The same programs and kernel with another archive. */
    public HostedImage withArchive(byte[] other) {
        return new HostedImage(other, programs, kernel);
    }

    /** Makes the image from a declaration and the modules' class files. */
    public static HostedImage of(SystemSource system, ModuleFolders modules) throws IOException, DeclarationException {
        SystemDeclaration declaration = system.read(modules);
        BootArchiveWriter archive = new BootArchiveWriter();
        List<SimulatedProgram> programs = new ArrayList<>();
        for (Programs.Program program : system.programs(declaration, modules)) {
            boolean ordinary = program.ordinary();
            List<Path> classPath = ordinary ? ordinaryClassPath(system, program, modules) : modules.of(program.ownModules());
            HostedLines lines = new HostedLines(classPath);
            archive.add(program.name(), BootArchive.Kind.PROGRAM, executable(programs.size()));
            archive.add(program.name(), BootArchive.Kind.LINE_TABLE, lines.toBytes());
            programs.add(new SimulatedProgram(program.name(), ordinary ? HostedProgram.ENTRY : program.mainClass(), classPath, lines.addresses()));
        }
        return new HostedImage(archive.addSystem(declaration).toBytes(), programs, modules.of(Programs.HOSTED_KERNEL_MODULES));
    }

    private static List<Path> ordinaryClassPath(SystemSource system, Programs.Program program, ModuleFolders modules) throws IOException {
        Path folder = system.archive().resolveSibling("hosted").resolve(program.part());
        List<Path> own = modules.of(program.ownModules().stream().filter(module -> !Programs.HOSTED_LIBRARY.contains(module) && !module.equals(Programs.MACHINE)).toList());
        if (!own.stream().allMatch(Files::isDirectory)) {
            throw new IOException(program.mainClass() + " uses jars, which programs do not have on the simulated machine yet");
        }
        HostedProgram.write(program.mainClass(), own, folder);
        return Stream.concat(Stream.of(folder), modules.of(Programs.HOSTED_LIBRARY).stream()).toList();
    }

    /** An ELF64 file header alone: a program of the hosted machine. */
    static byte[] executable(int index) {
        ByteBuffer header = ByteBuffer.allocate(ProgramImage.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
        header.putShort((short) ET_EXEC).putShort((short) ProgramImage.EM_NONE).putInt(1);
        header.putLong(UserLayout.PROGRAM + ProgramImage.HOSTED_ENTRY_BYTES * index);
        header.position(52).putShort((short) ProgramImage.HEADER_BYTES);
        return header.array();
    }
}
