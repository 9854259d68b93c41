package peaberry.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stubs and the reference are those that the declarations make. Run with {@code -Dpeaberry.rewrite=true} to make them anew.
 */
class GeneratedFilesTest {

    private static final Path STUBS = Path.of("../runtime/src/main/java/peaberry/runtime");
    private static final Path REFERENCE = Path.of("../docs/kernel-reference.md");

    @Test
    void generatedFilesAreCurrent() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        files.put(REFERENCE, new KernelReference().toString());
        for (CapabilityType type : StubSource.types()) {
            files.put(STUBS.resolve(StubSource.className(type) + ".java"), new StubSource(type).toString());
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (Boolean.getBoolean("peaberry.rewrite")) {
                Files.writeString(file.getKey(), file.getValue());
            } else {
                assertEquals(file.getValue(), Files.readString(file.getKey()), file.getKey() + " is not what the declarations make; "
                        + "docs/kernel-reference.md says how to make it anew");
            }
        }
    }

    /** {@code peaberry.runtime.Invoke} relies on it. */
    @ParameterizedTest
    @EnumSource
    void operationOfTwoToFourParametersAnswersFourWordsAtMost(Invocation invocation) {
        int parameters = invocation.operation().parameters().size();
        assertTrue(parameters < 2 || parameters > 4 || invocation.operation().results().size() <= 4);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfCapabilityIsExplained(CapabilityType type) {
        assertNotNull(SourceComments.ofConstants(CapabilityType.class).get(type.name()));
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorIsExplained(KernelError error) {
        assertNotNull(SourceComments.ofConstants(KernelError.class).get(error.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CALL", "YIELD"})
    void systemCallsAreExplained(String name) {
        assertNotNull(SourceComments.ofConstants(SystemCallNumber.class).get(name));
    }
}
