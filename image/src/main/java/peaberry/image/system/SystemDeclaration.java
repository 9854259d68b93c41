package peaberry.image.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * @param programs   what is in the boot archive for the process server to start
 */
public record SystemDeclaration(Path file, long memory, List<PartitionDeclaration> partitions, List<ProcessDeclaration> processes, List<ProgramDeclaration> programs) {

    /** The process that makes all others, which is not declared. */
    public static final String ROOT = "root";
    /** What the one uses who watches over all others. */
    public static final String SUPERVISION = "processes";
    /** What root serves, in the order of their numbers. */
    static final List<ProcessDeclaration.Service> ROOT_SERVICES = List.of(new ProcessDeclaration.Service("system", "peaberry.system.SystemControl", 0),
            new ProcessDeclaration.Service(SUPERVISION, "peaberry.system.ProcessControl", 0),
            new ProcessDeclaration.Service("device-pages", "peaberry.system.DevicePages", 0),
            new ProcessDeclaration.Service("programs", "peaberry.system.BootPrograms", 0),
            new ProcessDeclaration.Service("traces", "peaberry.system.Traces", 0));

    /** @param window microseconds in each cycle */
    public record PartitionDeclaration(String name, long window, int line) {
    }

    /** @param name by which it is asked for @param program what runs, as of a process */
    public record ProgramDeclaration(String name, String program, int line) {
    }

    public SystemDeclaration {
        partitions = List.copyOf(partitions);
        processes = List.copyOf(processes);
        programs = List.copyOf(programs);
    }

    /**
     * Reads and checks a declaration.
     *
     * @param classes whether there is a program of this name, or an interface, which is named as its class
     * @throws DeclarationException which says all that is wrong, with the lines
     */
    public static SystemDeclaration read(Path file, Predicate<String> classes) throws IOException, DeclarationException {
        return read(file, classes, false);
    }

    /** The same. @param bare whether programs that there are none of are left out, of those that are to be started while the system runs */
    public static SystemDeclaration read(Path file, Predicate<String> classes, boolean bare) throws IOException, DeclarationException {
        Problems problems = new Problems(file.toString());
        Table document = TomlReader.read(text(file, problems), problems);
        problems.refuseIfAny();
        SystemDeclaration declared = new DeclarationReader(problems).read(file, document);
        SystemDeclaration system = bare ? declared.withPrograms(classes) : declared;
        new DeclarationCheck(system, classes, problems).run();
        problems.refuseIfAny();
        return system;
    }

    /** The same with other arguments of some processes. @param arguments by the processes' names */
    public SystemDeclaration withArguments(Map<String, Long> arguments) {
        return new SystemDeclaration(file, memory, partitions, processes.stream()
                .map(process -> process.withArgument(arguments.getOrDefault(process.name(), process.argument()))).toList(), programs);
    }

    private SystemDeclaration withPrograms(Predicate<String> classes) {
        return new SystemDeclaration(file, memory, partitions, processes, programs.stream().filter(program -> classes.test(program.program())).toList());
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
        return services(server).stream().map(ProcessDeclaration.Service::name).toList().indexOf(service);
    }

    /** What a process serves, or root; nothing if there is no such process. */
    List<ProcessDeclaration.Service> services(String server) {
        return server.equals(ROOT) ? ROOT_SERVICES : process(server).map(ProcessDeclaration::serves).orElse(List.of());
    }

    /** Whether a process is the one that watches over all others. */
    static boolean isSupervisor(ProcessDeclaration process) {
        return process.uses().stream().anyMatch(use -> use.server().equals(ROOT) && use.service().equals(SUPERVISION));
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
