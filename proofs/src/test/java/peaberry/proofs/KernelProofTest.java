package peaberry.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.uka.ilkd.key.proof.init.ProofInputException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's core is there for the prover, with its contracts, and some of them are proved on each build. */
class KernelProofTest {

    /** Every contract that the sources state. One that the prover dropped, or does not see, is missing here. */
    private static final Set<String> CONTRACTS = new TreeSet<>(Set.of(
            "ThreadQueue.append", "ThreadQueue.prepend", "ThreadQueue.remove", "ThreadQueue.rotate", "ThreadQueue.first", "ThreadQueue.isEmpty",
            "Derivation.insert", "Derivation.handUp", "Derivation.remove", "Derivation.supersede",
            "UntypedMemory.start", "MessageBuffer.copy", "Message.check", "CapabilityTransfer.check", "CapabilityTransfer.copy"));

    @TempDir
    private static Path folder;
    private static Prover prover;

    @BeforeAll
    static void load() throws Exception {
        Core.writeTo(folder);
        prover = new Prover(folder);
    }

    @Test
    void everyContractOfTheSourcesIsLoaded() {
        Set<String> loaded = new TreeSet<>(prover.contracts().keySet());
        assertEquals(CONTRACTS, loaded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThreadQueue.append", "ThreadQueue.prepend", "ThreadQueue.remove", "ThreadQueue.rotate", "Derivation.insert"})
    void theContractIsProvedWithoutHelp(String method) throws ProofInputException {
        assertEquals(0, prover.prove(method), "open goals");
    }
}
