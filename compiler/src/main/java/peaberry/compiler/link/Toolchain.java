package peaberry.compiler.link;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peaberry.compiler.CompileException;
import peaberry.compiler.Effort;
import peaberry.compiler.Request;
import peaberry.compiler.Target;

/** Runs clang and lld of LLVM 19. */
public final class Toolchain {

    private static final String VERSION = "19";
    private static final String TRIPLE = "--target=x86_64-unknown-none-elf";

    /** LLVM would merge equal instructions of different source lines, null checks above all, or move a load and lose its line. */
    private static final List<String> EXACT_LINES = List.of("-mllvm", "-enable-tail-merge=0",
        "-mllvm", "-sink-common-insts=0", "-mllvm", "-hoist-common-insts=0",
        "-mllvm", "-disable-cgp-ext-ld-promotion");
    /** Measured on the kernel: an eighth smaller than by default, and no slower. */
    private static final List<String> INLINING = List.of("-mllvm", "-inline-threshold=150");
    /** Measured on ordinary Java programs: half as large as by default and half as long to compile. */
    private static final List<String> LITTLE_INLINING = List.of("-mllvm", "-inline-threshold=50");

    /** The kernel has no indirect branch that a program could train (docs/security.md): a switch is compared, not jumped by a table. */
    private static final List<String> NO_INDIRECT_BRANCHES = List.of("-mllvm", "-min-jump-table-entries=1000000");

    private final String clang;
    private final String linker;

    private Toolchain(String clang, String linker) {
        this.clang = clang;
        this.linker = linker;
    }

    /** Finds the tools on the PATH. */
    public static Toolchain find() throws CompileException {
        return new Toolchain(find("clang"), find("ld.lld"));
    }

    private static String find(String tool) throws CompileException {
        for (String name : List.of(tool + "-" + VERSION, tool)) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                Path path = Path.of(folder, name);
                if (Files.isExecutable(path) && (!name.equals(tool) || isRightVersion(path))) {
                    return path.toString();
                }
            }
        }
        throw new CompileException(tool + "-" + VERSION + " is not on the PATH (Debian packages clang-19 and lld-19)");
    }

    private static boolean isRightVersion(Path tool) throws CompileException {
        String version = run(List.of(tool.toString(), "--version"));
        return version.contains("version " + VERSION + ".") || version.contains("LLD " + VERSION + ".");
    }

    /** Compiles LLVM assembly. */
    public void compile(Path module, Path object, Target target) throws CompileException {
        List<String> command = new ArrayList<>(List.of(clang, TRIPLE, "-x", "ir", "-O2", "-fno-pic",
            "-Wno-override-module", "-fstack-size-section"));
        command.addAll(EXACT_LINES);
        command.addAll(INLINING);
        if (target == Target.KERNEL) {
            command.addAll(List.of("-mcmodel=kernel", "-mno-red-zone"));
            command.addAll(NO_INDIRECT_BRANCHES);
        }
        command.addAll(List.of("-c", module.toString(), "-o", object.toString()));
        run(command);
    }

    /**
     * Compiles C that has no library, and that another compiler made of Java: its numbers overflow, its objects have headers of other types, and a variable
     * may have a number and a reference in turn.
     *
     * @param folders where files are that it includes @param library the same, of those between angle brackets
     * @param effort  that is made for it to be fast
     */
    public void compileC(Path source, List<Path> folders, List<Path> library, Effort effort, Path object) throws CompileException {
        List<String> command = new ArrayList<>(List.of(clang, TRIPLE, "-x", "c", "-std=gnu17", effort == Effort.FULL ? "-O2" : "-O0",
            "-w", "-Wno-int-conversion", "-ffreestanding", "-fno-pic", "-nostdlibinc",
            "-fwrapv", "-fno-finite-loops", "-fno-strict-aliasing", "-fno-delete-null-pointer-checks", "-fno-stack-protector", "-ffunction-sections", "-fdata-sections"));
        command.addAll(LITTLE_INLINING);
        folders.forEach(folder -> command.addAll(List.of("-iquote", folder.toString())));
        library.forEach(folder -> command.addAll(List.of("-isystem", folder.toString())));
        command.addAll(List.of("-c", source.toString(), "-o", object.toString()));
        run(command);
    }

    /** Assembles a file, which sees the layout of the program's classes. */
    public void assemble(Path source, Path layouts, Path object) throws CompileException {
        run(List.of(clang, TRIPLE, "-x", "assembler-with-cpp", "-include", layouts.toString(),
            "-I", source.toAbsolutePath().getParent().toString(), "-c", source.toString(), "-o", object.toString()));
    }

    /** Links a static executable whose segments are page aligned and never writable and executable. */
    public void link(Request request, List<Path> objects, Path image) throws CompileException {
        linkBy(request.linkerScript(), objects, image);
    }

    /** The same of a program. */
    public void linkProgram(List<Path> objects, Path image) throws CompileException {
        linkBy(null, objects, image);
    }

    private void linkBy(Path script, List<Path> objects, Path image) throws CompileException {
        List<String> command = new ArrayList<>(List.of(linker, "-static", "--build-id=none", "-z", "max-page-size=4096",
            "-z", "norelro", "-z", "separate-loadable-segments", "-z", "nognustack", "--gc-sections"));
        if (script == null) {
            command.addAll(List.of("--image-base=0x400000", "-e", "_start"));
        } else {
            command.addAll(List.of("-T", script.toString(), "--no-gc-sections"));
        }
        objects.forEach(object -> command.add(object.toString()));
        command.addAll(List.of("-o", image.toString()));
        run(command);
    }

    private static String run(List<String> command) throws CompileException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CompileException(String.join(" ", command) + "\n" + output);
            }
            return output;
        } catch (IOException failure) {
            throw new CompileException(command.getFirst() + " does not start: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompileException("interrupted", interrupted);
        }
    }
}
