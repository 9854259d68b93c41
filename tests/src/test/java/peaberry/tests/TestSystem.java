package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The systems that tests/src/test/systems declares: each prints what came of its test, and switches the machine off. */
final class TestSystem {

    private static final Path SYSTEMS = Repository.HOME.resolve("tests/src/test/systems");

    private TestSystem() {
    }

    /** Runs a system. @param folder an empty one, where it is built */
    static void assertPrints(String expected, Path folder, Machine machine, String name, String... options) throws IOException, InterruptedException {
        Path system = SYSTEMS.resolve(name);
        for (Path file : Repository.files(Repository.HOME.relativize(system).toString())) {
            Path copy = folder.resolve(system.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        String[] all = Stream.concat(Stream.of("--system", folder.toString()), Stream.of(options)).toArray(String[]::new);
        try (ConsoleSession session = ConsoleSession.run(machine, all)) {
            assertEquals(0, session.status(), session.errors());
            assertEquals(expected.replace("\n", "\r\n"), session.output());
        }
    }

    /** The options that hand these to QEMU. */
    static String[] qemu(String... arguments) {
        return Stream.of(arguments).flatMap(argument -> List.of("--qemu-arg", argument).stream()).toArray(String[]::new);
    }
}
