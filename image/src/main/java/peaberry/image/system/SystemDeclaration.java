package peaberry.image.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import peaberry.image.system.TomlValue.Table;

/**
 * Which processes a system has, and what each may do: what {@code system.toml} says. docs/system.md describes the file.
 * A declaration that could be read has passed every check.
 *
 * @param file       where it was read
 * @param memory     bytes of the machine that the processes have to fit into
 * @param partitions in the order of their windows
 * @param processes  in the order in which they are started
 */
public record SystemDeclaration(Path file, long memory, List<PartitionDeclaration> partitions, List<ProcessDeclaration> processes) {

    /** The process that makes all others, which is not declared. */
    public static final String ROOT = "root";
    /** What root serves: listing, ending and restarting processes. */
    public static final String ROOT_SERVICE = "system";
    /** The class that speaks to it. */
    static final String ROOT_INTERFACE = "peaberry.system.SystemControl";

    /** @param window microseconds in each cycle */
    public record PartitionDeclaration(String name, long window, int line) {
    }

    public SystemDeclaration {
        partitions = List.copyOf(partitions);
        processes = List.copyOf(processes);
    }

    /**
     * Reads and checks a declaration.
     *
     * @param classes whether there is a program of this name, or an interface, which is named as its class
     * @throws DeclarationException which says all that is wrong, with the lines
     */
    public static SystemDeclaration read(Path file, Predicate<String> classes) throws IOException, DeclarationException {
        Problems problems = new Problems(file.toString());
        Table document = TomlReader.read(text(file, problems), problems);
        problems.refuseIfAny();
        SystemDeclaration system = new DeclarationReader(problems).read(file, document);
        new DeclarationCheck(system, classes, problems).run();
        problems.refuseIfAny();
        return system;
    }

    /** The process of that name. */
    public Optional<ProcessDeclaration> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }

    /** The number of a process: root's is 0, and the others count from 1. */
    int number(String name) {
        return processes.stream().map(ProcessDeclaration::name).toList().indexOf(name) + 1;
    }

    /** The place of a service among those of its server, from 0. */
    int place(String server, String service) {
        return process(server).map(its -> its.serves().stream().map(ProcessDeclaration.Service::name).toList().indexOf(service)).orElse(0);
    }

    private static String text(Path file, Problems problems) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException other) {
            problems.add(1, "the file is not UTF-8");
            return "";
        }
    }
}
