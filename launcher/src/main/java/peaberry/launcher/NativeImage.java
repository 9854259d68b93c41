package peaberry.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel and the boot archive for the bare machine. */
final class NativeImage {

    static final String PROMPT = "> ";
    static final Path KERNEL_REPORT = Home.IMAGE.resolve("kernel.report.json");

    private NativeImage() {}

    static Path benchArchive() throws Failure {
        Path archive = Home.IMAGE.resolve("bench.archive");
        if (!Files.exists(archive)) {
            throw new Failure("there is no " + archive);
        }
        return archive;
    }
}
