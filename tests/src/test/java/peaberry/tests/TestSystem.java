package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A system that {@code tests/src/test/systems} declares, in a folder outside of the repository, where it is built. */
record TestSystem(Path folder) {

    private static final Path SYSTEMS = Repository.HOME.resolve("tests/src/test/systems");

    /** @param place a folder that is the test's own */
    static TestSystem of(String name, Path place) throws IOException {
        Path system = SYSTEMS.resolve(name);
        Path copy = place.resolve("system");
        for (Path file : Repository.files(Repository.HOME.relativize(system).toString())) {
            Path path = copy.resolve(system.relativize(file));
            Files.createDirectories(path.getParent());
            Files.copy(file, path);
        }
        return new TestSystem(copy);
    }

    /** The text of its {@code system.toml}. */
    String declaration() {
        return Repository.text(folder.resolve("system.toml"));
    }

    /** The options that hand these to QEMU. */
    static String[] qemu(String... arguments) {
        return Stream.of(arguments).flatMap(argument -> Stream.of("--qemu-arg", argument)).toArray(String[]::new);
    }

    /** Runs it until it switches the machine off by itself, and looks at all that it printed. */
    void assertPrints(String expected, Machine machine, String... options) throws IOException, InterruptedException {
        assertEquals(expected, run(machine, options));
    }

    /** Runs it until it switches the machine off by itself. @return all that it printed */
    String run(Machine machine, String... options) throws IOException, InterruptedException {
        String[] all = Stream.concat(Stream.of("--system", folder.toString()), Stream.of(options)).toArray(String[]::new);
        try (ConsoleSession session = ConsoleSession.run(machine, all)) {
            assertEquals(0, session.status(), session.errors());
            return session.output().replace("\r\n", "\n");
        }
    }
}
