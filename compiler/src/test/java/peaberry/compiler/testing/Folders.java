package peaberry.compiler.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import peaberry.machine.Trusted;

/** Where the tests find what they compile, link and load. The working folder is the module's. */
public final class Folders {

    /** The package of all test programs. */
    public static final String PROGRAMS = "peaberry.compiler.programs";

    private Folders() {
    }

    /** Class files of the test programs and of {@link Out}. */
    public static Path testClasses() {
        return classesOf(Out.class);
    }

    public static Path machineClasses() {
        return classesOf(Trusted.class);
    }

    /** LLVM bodies of the intrinsics that test programs use; the machine's own are for the PC. */
    public static List<Path> lowerings() {
        return List.of(Path.of("src/test/llvm"));
    }

    /** The start, output and fault handling of a Linux process. */
    public static Path linuxAssembly() {
        return Path.of("src/test/asm/linux.S");
    }

    /** A start for images that are not for Linux and never run; it jumps to {@code test_start}. */
    public static Path kernelAssembly() {
        return Path.of("src/test/asm/kernel.S");
    }

    private static Path classesOf(Class<?> any) {
        try {
            return Path.of(any.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
