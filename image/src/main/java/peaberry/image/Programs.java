package peaberry.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaberry.image.system.ProcessDeclaration;
import peaberry.image.system.SystemDeclaration.ProgramDeclaration;

/**
 * The programs that a declaration can name, found among compiled modules. The program {@code block-cache} is the class
 * {@code peaberry.blockcache.BlockCache}; a name with a dot is that of the class itself. It has {@code static void main(long)}, or is an ordinary Java
 * program with {@code static void main(String[])}.
 */
public final class Programs {

    /** The modules that the native kernel is made of. */
    static final List<String> KERNEL_MODULES =
            List.of("peaberry.kernel", "peaberry.kernel.arch.x86_64", "peaberry.abi", "peaberry.machine");

    /** The modules that the hosted kernel is made of, without the machine, which it shares with the programs. */
    static final List<String> HOSTED_KERNEL_MODULES = List.of("peaberry.kernel", "peaberry.kernel.arch", "peaberry.abi");

    /** What an ordinary program has on the hosted machine. */
    static final List<String> HOSTED_LIBRARY = List.of(HostedProgram.MODULE, "peaberry.interfaces", "peaberry.runtime", "peaberry.abi");

    /** The program that the kernel starts. */
    private static final String ROOT = "root";

    static final String MACHINE = "peaberry.machine";
    private static final Pattern WORD_START = Pattern.compile("(^|-)([a-z])");

    private final ModuleFolders modules;

    public Programs(ModuleFolders modules) {
        this.modules = modules;
    }

    /**
     * A program.
     *
     * @param name      its entry's in the boot archive
     * @param part      what its files are called, which is not the same for two classes of one name
     * @param mainClass with its entry point
     * @param modules   its own, then what that requires
     * @param ordinary  whether it is an ordinary Java program, with a heap and exceptions
     */
    public record Program(String name, String part, String mainClass, List<String> modules, boolean ordinary) {

        /** The modules of which each process on the hosted machine has copies of its own. */
        List<String> ownModules() {
            return modules.stream().filter(module -> !module.equals(MACHINE)).toList();
        }
    }

    /** The program that a declaration calls so; empty if there is none. */
    public Optional<Program> find(String name) {
        String mainClass = mainClass(name);
        Path file = Path.of(mainClass.replace('.', '/') + ".class");
        return modules.folders().entrySet().stream().filter(module -> Files.exists(module.getValue().resolve(file)))
                .map(Map.Entry::getKey).sorted().findFirst()
                .map(module -> new Program(ProcessDeclaration.programName(name), name, mainClass, required(module),
                        isOrdinary(modules.folders().get(module).resolve(file))));
    }

    private static boolean isOrdinary(Path classFile) {
        try {
            return MainClass.is(ClassFile.of().parse(classFile));
        } catch (IOException failure) {
            throw new UncheckedIOException("the class cannot be read: " + classFile, failure);
        }
    }

    /** All programs of this kind that a system needs: root first, then those that are declared, each once. */
    List<Program> of(List<String> declared) throws IOException {
        List<Program> programs = new ArrayList<>();
        for (String name : Stream.concat(Stream.of(ROOT), declared.stream()).distinct().toList()) {
            programs.add(of(name));
        }
        return programs;
    }

    /** A program that is started by a name of its own. */
    Program of(ProgramDeclaration declared) throws IOException {
        Program program = of(declared.program());
        return new Program(declared.name(), program.part(), program.mainClass(), program.modules(), program.ordinary());
    }

    private Program of(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException("there is no program " + name + ": no module has the class " + mainClass(name)));
    }

    private static String mainClass(String name) {
        String camel = WORD_START.matcher(name).replaceAll(start -> start.group(2).toUpperCase(Locale.ROOT));
        return name.indexOf('.') >= 0 ? name : "peaberry." + name.replace("-", "") + "." + camel;
    }

    /** The module and all that it requires to run, apart from the Java platform. */
    private List<String> required(String module) {
        Set<String> all = new LinkedHashSet<>(Set.of(module));
        for (List<String> next = List.of(module); !next.isEmpty();) {
            next = next.stream().flatMap(each -> requires(each).stream()).filter(all::add).collect(Collectors.toList());
        }
        return List.copyOf(all);
    }

    private List<String> requires(String module) {
        try {
            return descriptor(modules.of(List.of(module)).getFirst()).requires().stream()
                    .filter(needed -> !needed.modifiers().contains(Requires.Modifier.STATIC)).map(Requires::name)
                    .filter(name -> !name.startsWith("java.")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the module " + module + " has no descriptor", failure);
        }
    }

    /** Of a jar without a descriptor it is one that requires nothing. */
    private static ModuleDescriptor descriptor(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return ModuleFinder.of(place).findAll().iterator().next().descriptor();
        }
        try (InputStream descriptor = Files.newInputStream(place.resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor);
        }
    }
}
