package peaberry.image;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of the system: what the image builders make, and the one place to add another. */
public final class Programs {

    /** The kernel's class, whose entry point both machines start at. */
    public static final String KERNEL_MAIN = "peaberry.kernel.Main";

    /** The modules that the native kernel is made of. */
    static final List<String> KERNEL_MODULES =
            List.of("peaberry.kernel", "peaberry.kernel.arch.x86_64", "peaberry.abi", "peaberry.machine");

    /** What the boot archive holds, in this order. The kernel starts {@code root}. */
    public static final List<Program> ALL = List.of(
            new Program("root", "peaberry.root.Root", "peaberry.root"),
            new Program("serial", "peaberry.serial.Serial", "peaberry.serial"),
            new Program("shell", "peaberry.shell.Shell", "peaberry.shell"));

    /** Shared by the programs and the rest of the system on the hosted machine. */
    private static final String MACHINE_MODULE = "peaberry.machine";
    /** What each program links besides its own module. */
    private static final List<String> LIBRARY_MODULES = List.of("peaberry.runtime", "peaberry.abi");

    private Programs() {
    }

    /**
     * A program.
     *
     * @param name      in the boot archive, at most 23 characters
     * @param mainClass with {@code static void main(long)}
     * @param module    where its classes are
     */
    public record Program(String name, String mainClass, String module) {

        /** The folders of the classes that each process has of its own. */
        List<Path> ownClassPath(Path classes) {
            return Stream.concat(Stream.of(module), LIBRARY_MODULES.stream())
                    .map(classes::resolve).toList();
        }

        /** The folders of all of its classes. */
        List<Path> classPath(Path classes) {
            return Stream.concat(ownClassPath(classes).stream(),
                    Stream.of(classes.resolve(MACHINE_MODULE))).toList();
        }
    }
}
