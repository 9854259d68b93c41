package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.constant.ModuleDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.abi.BootArchive;
import peaberry.abi.BootArchive.Kind;
import peaberry.abi.ByteRange;
import peaberry.compiler.CompileException;
import peaberry.compiler.Request;
import peaberry.compiler.Target;
import peaberry.image.system.DeclarationException;

class ImageBuilderTest {

    private static final Set<String> PROGRAMS = Set.of("root", "serial", "shell");
    private static final Set<String> ALL = Set.of("kernel", "root", "serial", "shell");
    private static final List<String> LIBRARY = List.of("peaberry.runtime", "peaberry.abi", "peaberry.machine");
    private static final Map<String, String> MAIN_CLASSES = Map.of("peaberry.root", "Root", "peaberry.serial", "Serial",
            "peaberry.shell", "Shell", "peaberry.blockcache", "BlockCache");

    private static final String DECLARATION = """
            [process.serial]
            program = "serial"
            priority = 2
            memory = "1 MiB"
            serves = { console = "peaberry.serial.Serial" }
            [process.shell]
            program = "shell"
            priority = 1
            memory = "1 MiB"
            serves = { watch = "peaberry.serial.Serial" }
            uses = { console = "serial.console", processes = "root.processes" }
            """;

    @TempDir
    private Path project;
    private Path classes;
    private Path output;
    private SystemSource system;
    private final Set<String> compiled = new ConcurrentSkipListSet<>();

    @BeforeEach
    void makeAProject() throws IOException {
        classes = project.resolve("build/classes");
        output = project.resolve("build/image");
        system = SystemSource.ordinary(project);
        for (String module : List.of("peaberry.kernel", "peaberry.kernel.arch.x86_64", "peaberry.abi", "peaberry.machine", "peaberry.runtime",
                "peaberry.compiler")) {
            module(module, List.of());
        }
        for (Map.Entry<String, String> module : MAIN_CLASSES.entrySet()) {
            module(module.getKey(), LIBRARY);
            mainClass(module.getKey(), module.getValue(), MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
        }
        write("machine/src/main/llvm/memory.ll", "; lowering");
        write("kernel/arch/x86_64/src/main/asm/boot.S", "# boot");
        write("kernel/arch/x86_64/src/main/asm/kernel.ld", "SECTIONS {}");
        write("image/system/system.toml", DECLARATION);
        write("image/system/cache.toml", DECLARATION.replace("\"shell\"", "\"block-cache\""));
    }

    @Test
    void buildsEveryPartAndPacksThem() throws Exception {
        assertTrue(builder().build(system));

        assertEquals(ALL, compiled);
        BootArchive archive = new BootArchive();
        byte[] content = Files.readAllBytes(output.resolve("boot.archive"));
        assertEquals(BootArchive.Problem.NONE, archive.open(new ArrayBytes(content)));
        ByteRange root = new ByteRange();
        archive.show(archive.find("root", Kind.PROGRAM), root);
        assertEquals(HostedImage.executable(0).length, root.size(), "what follows the last segment stays behind");
        for (String name : ALL) {
            assertTrue(archive.find(name, Kind.LINE_TABLE) >= 0, name);
        }
        assertEquals(-1, archive.find("kernel", Kind.PROGRAM));
        assertTrue(archive.find("system", Kind.SYSTEM) >= 0);
    }

    @Test
    void nothingChangedIsNothingDone() throws Exception {
        builder().build(system);
        compiled.clear();
        assertFalse(builder().build(system));
        assertEquals(Set.of(), compiled);
    }

    @Test
    void onlyWhatAChangeGoesIntoIsCompiled() throws Exception {
        assertEquals(Set.of("shell"), compiledAfter("build/classes/peaberry.shell/Some.class"));
        assertEquals(PROGRAMS, compiledAfter("build/classes/peaberry.runtime/Some.class"));
        assertEquals(Set.of("kernel"), compiledAfter("kernel/arch/x86_64/src/main/asm/boot.S"));
        assertEquals(Set.of("kernel"), compiledAfter("kernel/arch/x86_64/src/main/asm/machine.h"));
        assertEquals(Set.of("kernel"), compiledAfter("kernel/arch/x86_64/src/main/asm/kernel.ld"));
        assertEquals(ALL, compiledAfter("machine/src/main/llvm/memory.ll"));
        assertEquals(ALL, compiledAfter("build/classes/peaberry.compiler/Some.class"));
    }

    @Test
    void anotherDeclarationAloneIsOnlyPacked() throws Exception {
        builder().build(system);
        compiled.clear();
        byte[] before = Files.readAllBytes(output.resolve("boot.archive"));
        write("image/system/system.toml", DECLARATION.replace("priority = 2", "priority = 3"));
        assertTrue(builder().build(system));
        assertEquals(Set.of(), compiled);
        assertFalse(Arrays.equals(before, Files.readAllBytes(output.resolve("boot.archive"))));
    }

    @Test
    void theSamePartsGiveTheSameArchive() throws Exception {
        builder().build(system);
        byte[] first = Files.readAllBytes(output.resolve("boot.archive"));
        Files.delete(output.resolve("boot.archive"));
        assertTrue(builder().build(system));
        assertArrayEquals(first, Files.readAllBytes(output.resolve("boot.archive")));
    }

    @Test
    void anotherSystemIsBuiltOnRequestOnly() throws Exception {
        builder().build(system);
        compiled.clear();
        SystemSource other = SystemSource.other(project, "cache");
        assertTrue(builder().build(other));

        assertEquals(Set.of("block-cache"), compiled);
        BootArchive archive = new BootArchive();
        assertEquals(BootArchive.Problem.NONE, archive.open(new ArrayBytes(Files.readAllBytes(output.resolve("cache.archive")))));
        assertTrue(archive.find("block-cache", Kind.PROGRAM) >= 0);
        assertEquals(-1, archive.find("shell", Kind.PROGRAM));
        assertFalse(builder().build(system), "the ordinary system is as it was");
    }

    @Test
    void aProgramThatIsNotThereIsRefusedBeforeAnythingIsCompiled() throws IOException {
        write("image/system/system.toml", DECLARATION.replace("\"shell\"", "\"shall\""));
        DeclarationException refusal = assertThrows(DeclarationException.class, () -> builder().build(system));
        assertEquals(system.declaration() + ":7: there is no program 'shall' for 'shell'", refusal.getMessage());
        assertEquals(Set.of(), compiled);
    }

    @Test
    void anotherKernelIsBuiltOnRequestOnly() throws Exception {
        builder().build(system);
        compiled.clear();
        assertEquals("measuring-kernel.elf", builder().buildKernel(KernelVariant.MEASURING).getFileName().toString());
        assertEquals(Set.of("measuring-kernel"), compiled);
        assertFalse(builder().build(system), "the image itself is as it was");
    }

    @Test
    void aProgramIsOrdinaryIfItsMainTakesStrings() throws Exception {
        mainClass("peaberry.shell", "Shell", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType()));
        Programs programs = new Programs(ModuleFolders.in(classes));
        assertTrue(programs.find("shell").orElseThrow().ordinary());
        assertFalse(programs.find("root").orElseThrow().ordinary());
    }

    @Test
    void whereTeaVmIsMissingThatIsSaid() throws Exception {
        mainClass("peaberry.shell", "Shell", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType()));
        module("peaberry.interfaces", List.of());
        write("managed/compiler/pom.xml", "");
        write("managed/compiler/src/main/java/Main.java", "");
        write("managed/runtime/src/main/c/start.c", "");
        IOException failure = assertThrows(IOException.class, () -> builder().build(system));
        assertTrue(failure.getMessage().startsWith("TeaVM is not here"), failure.getMessage());
    }

    @Test
    void aFailedPartIsCompiledAgainNextTime() throws Exception {
        builder().build(system);
        write("build/classes/peaberry.shell/Some.class", "changed");
        ImageBuilder failing = new ImageBuilder(project, ModuleFolders.in(classes), output, step -> { }, request -> {
            throw new CompileException("no good: " + request.name());
        });
        CompileException failure = assertThrows(CompileException.class, () -> failing.build(system));
        assertEquals("no good: shell", failure.getMessage());
        compiled.clear();
        builder().build(system);
        assertEquals(Set.of("shell"), compiled);
    }

    private Set<String> compiledAfter(String change) throws Exception {
        builder().build(system);
        compiled.clear();
        write(change, "changed " + change);
        builder().build(system);
        return new TreeSet<>(compiled);
    }

    private ImageBuilder builder() throws IOException {
        return new ImageBuilder(project, ModuleFolders.in(classes), output, step -> { }, this::pretendToCompile);
    }

    private void pretendToCompile(Request request) {
        String name = request.name();
        assertEquals(name.endsWith("kernel") ? Target.KERNEL : Target.PROGRAM, request.target());
        compiled.add(name);
        try {
            Files.write(output.resolve(name + ".elf"), Arrays.copyOf(HostedImage.executable(0), 5000));
            Files.writeString(output.resolve(name + ".lines"), "lines of " + name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void module(String name, List<String> required) throws IOException {
        byte[] descriptor = ClassFile.of().buildModule(ModuleAttribute.of(ModuleDesc.of(name), module -> {
            module.requires(ModuleDesc.of("java.base"), 0, null);
            required.forEach(each -> module.requires(ModuleDesc.of(each), 0, null));
        }));
        Path file = classes.resolve(name).resolve("module-info.class");
        Files.createDirectories(file.getParent());
        Files.write(file, descriptor);
    }

    /** A class in the module's package with a method {@code main}. */
    private void mainClass(String module, String simpleName, MethodTypeDesc main) throws IOException {
        byte[] code = ClassFile.of().build(ClassDesc.of(module, simpleName), type -> type.withMethodBody("main", main,
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, CodeBuilder::return_));
        Path file = classes.resolve(module).resolve(module.replace('.', '/')).resolve(simpleName + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, code);
    }

    private void write(String path, String content) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
