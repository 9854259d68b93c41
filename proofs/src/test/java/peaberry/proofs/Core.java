package peaberry.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The sources with contracts, which the prover gets, and the other classes that it is told of by their signatures. */
final class Core {

    /** Simple names of classes in {@code peaberry.kernel}. */
    static final List<String> PROVED = List.of("ThreadQueue", "Derivation", "UntypedMemory", "Message", "MessageBuffer", "CapabilityTransfer");

    private static final List<String> KNOWN = List.of("peaberry.kernel.KernelObject", "peaberry.kernel.Tcb", "peaberry.kernel.Capability",
            "peaberry.kernel.Slot", "peaberry.kernel.Processor", "peaberry.kernel.Deletion", "peaberry.kernel.ObjectMaker", "peaberry.kernel.arch.UserContext",
            "peaberry.abi.CapabilityType", "peaberry.abi.ObjectType", "peaberry.abi.KernelError", "peaberry.abi.FaultKind",
            "peaberry.abi.Rights", "peaberry.abi.Tag", "peaberry.machine.PhysicalAddress", "peaberry.machine.PhysicalMemory");

    private static final Path KERNEL = Path.of("../kernel/src/main/java/peaberry/kernel");

    private Core() {
    }

    /** The source of a proved class as it is in the kernel. */
    static String source(String name) {
        try {
            return Files.readString(KERNEL.resolve(name + ".java"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes all that the prover reads below {@code folder}. */
    static void writeTo(Path folder) throws IOException, ClassNotFoundException {
        Set<String> named = new TreeSet<>(KNOWN);
        PROVED.forEach(name -> named.add("peaberry.kernel." + name));
        for (String name : PROVED) {
            write(folder, "peaberry.kernel." + name, ProvableSource.of(source(name)));
        }
        for (String name : KNOWN) {
            write(folder, name, new SignatureSource(Class.forName(name, false, Core.class.getClassLoader()), named).toString());
        }
    }

    private static void write(Path folder, String className, String text) throws IOException {
        Path file = folder.resolve(className.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
