package peaberry.image;

import java.util.List;
import java.util.stream.Stream;

/** The programs of the system: what the image builders make, and the one place to add another. */
public final class Programs {

    /** The modules that the native kernel is made of. */
    static final List<String> KERNEL_MODULES =
            List.of("peaberry.kernel", "peaberry.kernel.arch.x86_64", "peaberry.abi", "peaberry.machine");

    /** The modules that the hosted kernel is made of, without the machine, which it shares with the programs. */
    static final List<String> HOSTED_KERNEL_MODULES = List.of("peaberry.kernel", "peaberry.kernel.arch", "peaberry.abi");

    /** What the boot archive holds, in this order. The kernel starts {@code root}. */
    public static final List<Program> ALL = List.of(
            new Program("root", "peaberry.root.Root", "peaberry.root"),
            new Program("serial", "peaberry.serial.Serial", "peaberry.serial"),
            new Program("shell", "peaberry.shell.Shell", "peaberry.shell"),
            new Program("bench", "peaberry.bench.Bench", "peaberry.bench"));

    /** What an archive holds that tests the kernel in the shell's place. */
    static final List<Program> TESTING = List.of(ALL.get(0), ALL.get(1),
            new Program("conformance", "peaberry.conformance.Conformance", "peaberry.conformance"));

    private Programs() {
    }

    /**
     * A program.
     *
     * @param name      in the boot archive, short enough that {@code NAME.lines} is a name there as well
     * @param mainClass with {@code static void main(long)}
     * @param module    where its classes are
     */
    public record Program(String name, String mainClass, String module) {

        /** The modules of which each process on the hosted machine has copies of its own. */
        List<String> ownModules() {
            return List.of(module, "peaberry.interfaces", "peaberry.runtime", "peaberry.abi");
        }

        /** All modules that a native program is made of. */
        List<String> modules() {
            return Stream.concat(ownModules().stream(), Stream.of("peaberry.machine")).toList();
        }
    }
}
