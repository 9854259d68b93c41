package peaberry.managed.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import peaberry.compiler.CompileException;
import peaberry.compiler.Effort;

/**
 * Makes an executable of an ordinary Java program: class files to C (TeaVM), C to machine code (clang), which is linked with the runtime's C. Started by
 * {@code peaberry.image} in a JVM of its own, so that nobody else needs TeaVM.
 *
 * <p>Arguments: the class path, and what of it is the program's; the main class; the folder of the runtime's C; a folder for what is made on the way; the executable; the {@link Effort}.
 */
public final class Main {

    private static final int REFUSED = 1;

    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
        Path runtime = Path.of(arguments[3]);
        Path work = Path.of(arguments[4]);
        try {
            Files.createDirectories(work);
            new Translation(files(arguments[0]), files(arguments[1]), arguments[2]).run(work);
            new CProgram(runtime, work).link(Effort.valueOf(arguments[6]), Path.of(arguments[5]));
        } catch (CompileException refusal) {
            System.err.println(refusal.getMessage());
            System.exit(REFUSED);
        }
    }

    private static List<File> files(String path) {
        return Stream.of(path.split(File.pathSeparator)).map(File::new).toList();
    }
}
