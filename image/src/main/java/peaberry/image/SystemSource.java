package peaberry.image;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.ProcessDeclaration;
import peaberry.image.system.SystemDeclaration;
import peaberry.image.system.SystemDeclaration.ProgramDeclaration;

/**
 * A system that can be built.
 *
 * @param declaration the file that declares it
 * @param archive     where its boot archive is to be
 * @param arguments   of processes by name, in place of those that are declared
 * @param bare        whether programs are left out that need jars of others, which nobody may have got
 */
public record SystemSource(Path declaration, Path archive, Map<String, Long> arguments, boolean bare) {

    /** Below the repository's folder. */
    private static final String FOLDER = "image/system";
    private static final String IMAGES = "build/image";

    /** The sessions at which people log in, and with which argument. */
    private static final Map<String, Long> LOG_IN = Map.of("session", 1L, "screen-session", 3L);

    public SystemSource {
        arguments = Map.copyOf(arguments);
    }

    /** As it is declared. */
    public SystemSource(Path declaration, Path archive) {
        this(declaration, archive, Map.of(), false);
    }

    /** The system that {@code ./peaberry run} starts. */
    public static SystemSource ordinary(Path repository) {
        return in(repository, "system", "boot");
    }

    /** The same system, but people have to log in. */
    public static SystemSource withLogin(Path repository) {
        return new SystemSource(ordinary(repository).declaration, other(repository, "login").archive, LOG_IN, false);
    }

    /** The same, for a machine that has no jars of others. */
    public SystemSource withoutWhatNeedsJars() {
        return new SystemSource(declaration, archive, arguments, true);
    }

    /** The smallest that a person can use: its command line is a native program, and it starts no others. */
    public static SystemSource minimal(Path repository) {
        return other(repository, "minimal");
    }

    /** One of the systems that test or measure. @param name of its declaration, without the ending */
    public static SystemSource other(Path repository, String name) {
        return in(repository, name, name);
    }

    /** The one that runs a single ordinary Java program. @param archive where its boot archive is to be */
    public static SystemSource forProgram(Path repository, Path archive) {
        return new SystemSource(repository.resolve(FOLDER).resolve("program.toml"), archive);
    }

    private static SystemSource in(Path repository, String declaration, String archive) {
        return new SystemSource(repository.resolve(FOLDER).resolve(declaration + ".toml"), repository.resolve(IMAGES).resolve(archive + ".archive"));
    }

    /** The repository: a folder above the class files, or if an IDE keeps those elsewhere, above the working directory. */
    public static Path repository() throws IOException {
        try {
            Path classes = Path.of(SystemSource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return above(classes).or(() -> above(Path.of("").toAbsolutePath()))
                    .orElseThrow(() -> new IOException("neither the class files nor the working directory are in the repository"));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class has a proper place", impossible);
        }
    }

    private static Optional<Path> above(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent).filter(each -> Files.isDirectory(each.resolve(FOLDER))).findFirst();
    }

    /** Reads the declaration, whose programs have to be among these modules. */
    public SystemDeclaration read(ModuleFolders modules) throws IOException, DeclarationException {
        Programs programs = new Programs(modules);
        Predicate<String> exists = name -> programs.find(name).filter(program -> !bare || !needsJars(program, modules)).isPresent();
        return SystemDeclaration.read(declaration, exists, bare).withArguments(arguments);
    }

    private static boolean needsJars(Programs.Program program, ModuleFolders modules) {
        return !program.modules().stream().map(modules.folders()::get).allMatch(Files::isDirectory);
    }

    /** The programs that the archive holds: root, each that a process runs, once, and those that are to be started by their names. */
    List<Programs.Program> programs(SystemDeclaration system, ModuleFolders modules) throws IOException {
        Programs all = new Programs(modules);
        List<Programs.Program> programs = new ArrayList<>(all.of(system.processes().stream().map(ProcessDeclaration::program).toList()));
        for (ProgramDeclaration declared : system.programs()) {
            programs.add(all.of(declared));
        }
        return programs;
    }
}
