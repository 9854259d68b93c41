package peaberry.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import peaberry.compiler.CompileException;
import peaberry.compiler.Effort;
import peaberry.compiler.link.Toolchain;

/**
 * An ordinary Java program that was built for Peaberry, its C compiled anew as a process of the host: with {@code tests/src/test/c/host.c} for a kernel, and a
 * heap that is verified.
 */
final class HostProgram {

    private static final Path RUNTIME = Repository.HOME.resolve("managed/runtime/src/main/c");
    private static final Path KERNEL = Repository.HOME.resolve("tests/src/test/c");
    private static final String START = "#include \"start.c\"\n";

    private final Path executable;

    private HostProgram(Path executable) {
        this.executable = executable;
    }

    /** @param program that was built last, by its main class @param verifiedEach after so many allocations each @param place a folder that is the test's own */
    static HostProgram of(String program, int verifiedEach, Path place) throws IOException, CompileException {
        Path made = Repository.IMAGE.resolve(program + ".managed");
        String text = Repository.text(made.resolve("program.c")).replace("\"enter.c\"", "\"host.c\"")
                .replace(START, "#define _start startOnPeaberry\n" + START + "#undef _start\n");
        Path source = Files.writeString(place.resolve(program + ".c"), "#define PEABERRY_VERIFIED_EACH " + verifiedEach + "\n" + text);
        Path object = place.resolve(program + ".o");
        Path executable = place.resolve(program);
        Toolchain tools = Toolchain.find();
        tools.compileC(source, List.of(made, RUNTIME, KERNEL), List.of(RUNTIME.resolve("include")), Effort.FULL, object);
        tools.linkProgram(List.of(object), executable);
        return new HostProgram(executable);
    }

    /** Runs it to its end. */
    ProgramRun run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(executable.toString()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ProgramRun(output.replace("\r\n", "\n"), process.waitFor());
    }
}
