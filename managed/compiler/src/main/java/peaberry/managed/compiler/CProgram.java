package peaberry.managed.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaberry.compiler.CompileException;
import peaberry.compiler.Effort;
import peaberry.compiler.link.Toolchain;

/** What TeaVM made, and the runtime's C in place of those of TeaVM's files that want an operating system: one file for clang. */
final class CProgram {

    /** TeaVM's own list of its files. */
    private static final String ALL = "all.txt";
    private static final Set<String> REPLACED = Set.of("arrayclass.c", "core.c", "date.c", "fiber.c", "file.c", "heapdump.c", "heaptrace.c", "log.c", "memory.c", "stringhash.c", "time.c", "virtcall.c");

    /** Of those that others include, the ones that are prepared. */
    private static final List<String> HEADERS = List.of("core.h", "stack.h", "strings.h");
    private static final String ROOTS = "staticroots.c";

    private final Path runtime;
    private final Path folder;

    /** @param runtime folder of the runtime's C @param folder where TeaVM's files are */
    CProgram(Path runtime, Path folder) {
        this.runtime = runtime;
        this.folder = folder;
    }

    /** Makes the executable. */
    void link(Effort effort, Path image) throws IOException, CompileException {
        Files.writeString(folder.resolve("abi.h"), AbiHeader.text());
        PreparedC prepared = new PreparedC();
        for (String name : Stream.concat(HEADERS.stream(), made().stream()).toList()) {
            Path file = folder.resolve(name);
            Files.writeString(file, prepared.prepared(name, Files.readString(file)));
        }
        Files.writeString(folder.resolve(ROOTS), prepared.roots());
        Path program = folder.resolve("program.c");
        Files.writeString(program, text());
        Path object = folder.resolve("program.o");
        Toolchain tools = Toolchain.find();
        tools.compileC(program, List.of(folder, runtime), List.of(runtime.resolve("include")), effort, object);
        tools.linkProgram(List.of(object), image);
    }

    /** The files of TeaVM that are used. */
    private List<String> made() throws IOException {
        return Files.readAllLines(folder.resolve(ALL)).stream().filter(name -> !REPLACED.contains(name)).toList();
    }

    private String text() throws IOException {
        Set<String> own;
        try (Stream<Path> files = Files.list(runtime)) {
            own = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".c")).collect(Collectors.toCollection(TreeSet::new));
        }
        return Stream.of(Stream.of("runtime.h", "overrides.h"), own.stream(), made().stream(), Stream.of(ROOTS)).flatMap(names -> names)
                .map(name -> "#include \"" + name + "\"\n").collect(Collectors.joining());
    }
}
