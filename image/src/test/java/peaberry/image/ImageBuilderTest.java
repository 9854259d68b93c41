package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.abi.BootArchive;
import peaberry.abi.BootArchive.Kind;
import peaberry.abi.ByteRange;
import peaberry.compiler.CompileException;
import peaberry.compiler.Request;
import peaberry.compiler.Target;

class ImageBuilderTest {

    private static final Set<String> PROGRAMS =
            Programs.ALL.stream().map(Programs.Program::name).collect(Collectors.toSet());
    private static final Set<String> ALL =
            Stream.concat(Stream.of("kernel"), PROGRAMS.stream()).collect(Collectors.toSet());

    @TempDir
    private Path project;
    private Path classes;
    private Path output;
    private final Set<String> compiled = new ConcurrentSkipListSet<>();

    @BeforeEach
    void makeAProject() throws IOException {
        classes = project.resolve("build/classes");
        output = project.resolve("build/image");
        Set<String> modules = new TreeSet<>(Programs.KERNEL_MODULES);
        Stream.concat(Programs.ALL.stream(), Programs.TESTING.stream()).forEach(program -> modules.addAll(program.modules()));
        modules.add("peaberry.compiler");
        for (String module : modules) {
            write("build/classes/" + module + "/Some.class", module);
        }
        write("machine/src/main/llvm/memory.ll", "; lowering");
        write("kernel/arch/x86_64/src/main/asm/boot.S", "# boot");
        write("kernel/arch/x86_64/src/main/asm/kernel.ld", "SECTIONS {}");
    }

    @Test
    void buildsEveryPartAndPacksThem() throws IOException, CompileException {
        assertTrue(builder().build());

        assertEquals(ALL, compiled);
        BootArchive archive = new BootArchive();
        byte[] content = Files.readAllBytes(output.resolve("boot.archive"));
        assertEquals(BootArchive.Problem.NONE, archive.open(new ArrayBytes(content)));
        ByteRange root = new ByteRange();
        archive.show(archive.find("root", Kind.PROGRAM), root);
        assertEquals(HostedImage.executable(0).length, root.size(), "what follows the last segment stays behind");
        for (String name : ALL) {
            assertTrue(archive.find(name + ".lines", Kind.LINE_TABLE) >= 0, name);
            assertTrue(Files.readString(output.resolve("report.json")).contains("\"" + name + "\": {\"name\""), name);
        }
        assertEquals(-1, archive.find("kernel", Kind.PROGRAM));
    }

    @Test
    void nothingChangedIsNothingDone() throws IOException, CompileException {
        builder().build();
        compiled.clear();
        assertFalse(builder().build());
        assertEquals(Set.of(), compiled);
    }

    @Test
    void onlyWhatAChangeGoesIntoIsCompiled() throws IOException, CompileException {
        assertEquals(Set.of("shell"), compiledAfter("build/classes/peaberry.shell/Some.class"));
        assertEquals(PROGRAMS, compiledAfter("build/classes/peaberry.runtime/Some.class"));
        assertEquals(Set.of("kernel"), compiledAfter("kernel/arch/x86_64/src/main/asm/boot.S"));
        assertEquals(Set.of("kernel"), compiledAfter("kernel/arch/x86_64/src/main/asm/machine.h"));
        assertEquals(Set.of("kernel"), compiledAfter("kernel/arch/x86_64/src/main/asm/kernel.ld"));
        assertEquals(ALL, compiledAfter("machine/src/main/llvm/memory.ll"));
        assertEquals(ALL, compiledAfter("build/classes/peaberry.compiler/Some.class"));
    }

    @Test
    void theSamePartsGiveTheSameArchive() throws IOException, CompileException {
        builder().build();
        byte[] first = Files.readAllBytes(output.resolve("boot.archive"));
        Files.delete(output.resolve("boot.archive"));
        assertTrue(builder().build());
        assertArrayEquals(first, Files.readAllBytes(output.resolve("boot.archive")));
    }

    @Test
    void whatTestsTheKernelIsBuiltOnRequestOnly() throws IOException, CompileException {
        builder().build();
        compiled.clear();
        byte[] content = Files.readAllBytes(builder().buildTest("conformance"));

        assertEquals(Set.of("conformance"), compiled);
        BootArchive archive = new BootArchive();
        assertEquals(BootArchive.Problem.NONE, archive.open(new ArrayBytes(content)));
        assertTrue(archive.find("conformance", Kind.PROGRAM) >= 0);
        ByteRange boot = new ByteRange();
        archive.show(archive.find("boot", Kind.TEXT), boot);
        assertEquals("conformance".length(), boot.size());
        assertFalse(builder().build(), "the image itself is as it was");
    }

    @Test
    void anotherKernelIsBuiltOnRequestOnly() throws IOException, CompileException {
        builder().build();
        compiled.clear();
        assertEquals("measuring-kernel.elf", builder().buildKernel(KernelVariant.MEASURING).getFileName().toString());
        assertEquals(Set.of("measuring-kernel"), compiled);
        assertFalse(builder().build(), "the image itself is as it was");
    }

    @Test
    void aFailedPartIsCompiledAgainNextTime() throws IOException, CompileException {
        builder().build();
        write("build/classes/peaberry.shell/Some.class", "changed");
        ImageBuilder failing = new ImageBuilder(project, classes, output, step -> { }, request -> {
            throw new CompileException("no good: " + request.name());
        });
        CompileException failure = assertThrows(CompileException.class, failing::build);
        assertEquals("no good: shell", failure.getMessage());
        compiled.clear();
        builder().build();
        assertEquals(Set.of("shell"), compiled);
    }

    private Set<String> compiledAfter(String change) throws IOException, CompileException {
        builder().build();
        compiled.clear();
        write(change, "changed " + change);
        builder().build();
        return new TreeSet<>(compiled);
    }

    private ImageBuilder builder() {
        return new ImageBuilder(project, classes, output, step -> { }, this::pretendToCompile);
    }

    private void pretendToCompile(Request request) {
        String name = request.name();
        assertEquals(name.endsWith("kernel") ? Target.KERNEL : Target.PROGRAM, request.target());
        compiled.add(name);
        try {
            Files.write(output.resolve(name + ".elf"), Arrays.copyOf(HostedImage.executable(0), 5000));
            Files.writeString(output.resolve(name + ".lines"), "lines of " + name);
            Files.writeString(output.resolve(name + ".report.json"), "{\"name\": 1}\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String path, String content) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
