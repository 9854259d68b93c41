package peaberry.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import peaberry.compiler.classes.ClassFiles;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.code.DebugInfo;
import peaberry.compiler.code.LoweringFiles;
import peaberry.compiler.code.ModuleWriter;
import peaberry.compiler.code.Program;
import peaberry.compiler.link.ElfFile;
import peaberry.compiler.link.LineTableFile;
import peaberry.compiler.link.StackDepth;
import peaberry.compiler.link.Toolchain;
import peaberry.compiler.reach.DeclarationCheck;
import peaberry.compiler.reach.InitialiserCheck;
import peaberry.compiler.reach.Layouts;
import peaberry.compiler.reach.Reachability;
import peaberry.compiler.reach.Refusals;
import peaberry.compiler.reach.TrustCheck;

/**
 * Makes an ELF image of the native profile from class files. The same request makes the same bytes, whenever and
 * wherever it is made, as long as the static initialisers of the program do.
 */
public final class Compiler {

    private static final String MACHINE = "peaberry/machine";
    private static final String STACK_SIZE = "kernel_stack_size";

    private final Request request;
    private final Toolchain tools;
    private final SourcePaths sources = new SourcePaths();
    private final Refusals refusals = new Refusals();
    private final World world;
    private final LoweringFiles lowerings;

    private Compiler(Request request) throws CompileException, IOException {
        this.request = request;
        tools = Toolchain.find();
        world = new World(new ClassFiles(request.classPath()));
        lowerings = LoweringFiles.read(request.lowerings());
    }

    /** Makes the image. @throws CompileException if the program is refused or a tool fails; says all that is wrong */
    public static Report compile(Request request) throws CompileException {
        try {
            return new Compiler(request).run();
        } catch (IOException | UncheckedIOException failure) {
            throw new CompileException(failure.toString(), failure);
        } catch (IllegalArgumentException failure) {
            throw new CompileException(failure.getMessage(), failure);
        }
    }

    private Report run() throws CompileException, IOException {
        JavaClass mainClass = world.get(request.mainClass().replace('.', '/'));
        JavaMethod main = request.target() == Target.KERNEL ? null : main(mainClass);
        Reachability reachability = new Reachability(world, refusals);
        reachability.run(main == null ? entryPoints(mainClass) : List.of(main));
        new TrustCheck(world, refusals).run(reachability.classes());
        new InitialiserCheck(world, refusals).run(reachability);
        Layouts layouts = new Layouts(world);
        new DeclarationCheck(world, refusals).run(reachability, layouts);
        stopIfRefused();

        DebugInfo debug = new DebugInfo(reachability.methods(), mainClass, sources::of);
        Program program = new Program(world, reachability, refusals, layouts, debug);
        ModuleWriter module = new ModuleWriter(program, request.target(), lowerings);
        String text = module.text(main);
        StackDepth stack = new StackDepth(calls(program, reachability, main));
        refuseRecursion(stack, program);
        stopIfRefused();

        ElfFile elf = build(text, LayoutHeader.of(reachability.placed(), layouts));
        Files.write(file(".lines"), LineTableFile.of(elf, debug));
        long deepest = stack.deepest(elf.stackSizes());
        checkStack(elf, deepest);
        Report report = report(elf, deepest, reachability, lowerings.lines(module.loweringNames()));
        Files.writeString(file(".report.json"), report.json());
        return report;
    }

    private Path file(String ending) {
        return request.output().resolve(request.name() + ending);
    }

    private void stopIfRefused() throws CompileException {
        if (!refusals.isEmpty()) {
            throw new CompileException(refusals.message());
        }
    }

    private static JavaMethod main(JavaClass mainClass) throws CompileException {
        JavaMethod main = mainClass.method("main(J)V");
        if (main == null || !main.isStatic()) {
            throw new CompileException(mainClass + " has no static void main(long)");
        }
        return main;
    }

    private static List<JavaMethod> entryPoints(JavaClass mainClass) throws CompileException {
        List<JavaMethod> found = mainClass.methods().stream().filter(method -> method.entryPoint() != null)
            .sorted(Comparator.comparing(JavaMethod::signature)).toList();
        if (found.isEmpty()) {
            throw new CompileException(mainClass + " has no @EntryPoint method");
        }
        return found;
    }

    private Map<String, Set<String>> calls(Program program, Reachability reachability, JavaMethod main) {
        Map<String, Set<String>> calls = new LinkedHashMap<>();
        for (JavaMethod method : reachability.methods()) {
            calls.put(program.name(method), program.calls().getOrDefault(method, Map.of()).keySet().stream()
                .map(program::name).collect(Collectors.toCollection(LinkedHashSet::new)));
            if (method.entryPoint() != null) {
                calls.put(method.entryPoint(), Set.of(program.name(method)));
            }
        }
        if (main != null) {
            calls.put(ModuleWriter.startSymbol(request.target()), Set.of(program.name(main)));
        }
        return calls;
    }

    private void refuseRecursion(StackDepth stack, Program program) {
        List<String> cycle = stack.cycle();
        if (request.target() == Target.KERNEL && !cycle.isEmpty()) {
            program.calls().values().stream().flatMap(targets -> targets.entrySet().stream())
                .filter(call -> program.name(call.getValue().method()).equals(cycle.get(0))
                    && program.name(call.getKey()).equals(cycle.get(1)))
                .findFirst().ifPresent(call -> refusals.add(call.getValue(),
                    "recursion in the kernel: " + String.join(" -> ", cycle)));
        }
    }

    private ElfFile build(String text, String layouts) throws CompileException, IOException {
        Files.createDirectories(request.output());
        Path module = file(".ll");
        Path header = file(".layout.h");
        Files.writeString(module, text);
        Files.writeString(header, layouts);
        List<Path> objects = new ArrayList<>();
        objects.add(file(".o"));
        tools.compile(module, objects.getFirst(), request.target());
        for (Path source : request.assembly()) {
            Path object = file("." + source.getFileName() + ".o");
            tools.assemble(source, header, object);
            objects.add(object);
        }
        tools.link(request, objects, file(".elf"));
        for (Path object : objects) {
            Files.delete(object);
        }
        return ElfFile.read(file(".elf"));
    }

    private void checkStack(ElfFile elf, long deepest) throws CompileException {
        for (ElfFile.Symbol symbol : elf.symbols()) {
            if (request.target() == Target.KERNEL && symbol.name().equals(STACK_SIZE) && deepest > symbol.value() / 2) {
                throw new CompileException("the deepest stack takes " + deepest + " bytes, more than half of the "
                    + symbol.value() + " bytes of the kernel's stack");
            }
        }
    }

    private Report report(ElfFile elf, long deepest, Reachability reachability, int intrinsicLines) {
        Set<String> lines = new HashSet<>();
        Set<String> trusted = new HashSet<>();
        for (JavaMethod method : reachability.methods()) {
            JavaClass owner = method.owner();
            for (int line : DebugInfo.linesOf(method)) {
                String position = sources.of(owner) + ":" + line;
                lines.add(position);
                if (owner.trusted() && !owner.packageName().startsWith(MACHINE)) {
                    trusted.add(position);
                }
            }
        }
        return new Report(file(".elf"), elf.size(".text"), elf.size(".rodata"), elf.size(".data"), elf.size(".bss"),
            deepest, lines.size() + intrinsicLines, trusted.size(), intrinsicLines, reachability.classes().size(),
            reachability.methods().size());
    }
}
