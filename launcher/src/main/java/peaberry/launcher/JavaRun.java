package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import peaberry.image.ImageBuilder;
import peaberry.image.KernelVariant;

/** An ordinary Java program, compiled if it has changed, and run by a guest that does nothing else. */
final class JavaRun {

    /** What {@code image/system/program.toml} declares. */
    private static final String MEMORY = "256M";

    private JavaRun() {}

    /** @return the program's status; 0 if only its executable was to be written */
    static int run(JavaCommand command) throws Failure, IOException, InterruptedException {
        for (Path each : command.classPath()) {
            if (!Files.exists(each)) {
                throw new Failure("--class-path: there is no " + each);
            }
        }
        byte[] arguments = ProgramInput.arguments(command.arguments());
        Path executable = command.work().resolve("program.elf");
        NativeImage.buildProgram(command.mainClass(), command.classPath(), command.effort(), executable);
        if (command.output() != null) {
            Files.createDirectories(command.output().getParent());
            Files.write(command.output(), ImageBuilder.stripped(executable));
            return 0;
        }
        Path archive = command.work().resolve("boot.archive");
        NativeImage.buildAround(executable, archive);
        Options guest = Options.ofGuest(MEMORY, GuestDevices.NONE, List.of(), false, KernelVariant.ORDINARY);
        return ProgramRun.run(Emulator.command(guest, archive), arguments, command.timeout());
    }
}
