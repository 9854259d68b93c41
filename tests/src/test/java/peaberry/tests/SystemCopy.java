package peaberry.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A system that tests/src/test/systems declares, in a folder outside of the repository, where it is built. */
final class SystemCopy {

    private static final Path SYSTEMS = Repository.HOME.resolve("tests/src/test/systems");

    private SystemCopy() {
    }

    /** Copies a system into a folder. @return where it is */
    static Path of(String name, Path folder) throws IOException {
        Path system = SYSTEMS.resolve(name);
        Path copy = folder.resolve("system");
        for (Path file : Repository.files(Repository.HOME.relativize(system).toString())) {
            Path path = copy.resolve(system.relativize(file));
            Files.createDirectories(path.getParent());
            Files.copy(file, path);
        }
        return copy;
    }
}
