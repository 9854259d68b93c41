package peaberry.compiler.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import peaberry.compiler.CompileException;
import peaberry.compiler.Compiler;
import peaberry.compiler.Request;
import peaberry.compiler.Target;

/**
 * A program of one class whose source is in memory: {@code main(long)} for Linux, an entry point {@code test_start} for
 * the kernel.
 *
 * @param name   the simple name of the class, which is in the programs package
 * @param source its Java source
 */
public record MemoryProgram(String name, String source) {

    public String className() {
        return Folders.PROGRAMS + "." + name;
    }

    /** Compiles it for a target. @param output the folder for all that is made */
    public void compile(Target target, Path output) throws IOException, CompileException {
        Path classes = output.resolve("classes");
        SourceCompiler.compile(Map.of(className(), source), classes);
        Path assembly = target == Target.LINUX ? Folders.linuxAssembly() : Folders.kernelAssembly();
        Compiler.compile(new Request("image", target,
            List.of(classes, Folders.testClasses(), Folders.machineClasses()), className(), Folders.lowerings(),
            List.of(assembly), null, output));
    }
}
