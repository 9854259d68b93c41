package peaberry.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a source on its way to the prover. */
class ProvableSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"ThreadQueue", "Derivation", "UntypedMemory", "Message", "MessageBuffer", "CapabilityTransfer"})
    void onlyAnnotationsImportsAndSealingAreLeftOut(String name) {
        List<String> before = Core.source(name).lines().toList();
        List<String> after = ProvableSource.of(Core.source(name)).lines().toList();
        int next = 0;
        for (String line : before) {
            boolean same = next < after.size() && after.get(next).equals(line);
            if (same) {
                next++;
            } else if (line.contains(" class ")) {
                assertEquals(line.replace("sealed ", "").replaceAll(" permits \\w+", ""), after.get(next++));
            } else {
                assertFalse(line.contains("(") && !line.contains("@"), "left out: " + line);
                assertEquals("", line.strip().replaceAll("@\\w+(\\(\\d+\\))?|import peaberry\\.machine\\.\\w+;", ""), "left out: " + line);
            }
        }
        assertEquals(after.size(), next);
    }
}
