package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.Expectation;
import peaberry.compiler.testing.Folders;
import peaberry.compiler.testing.JvmRun;
import peaberry.compiler.testing.NativePrograms;
import peaberry.compiler.testing.Outcome;
import peaberry.compiler.testing.RandomProgram;
import peaberry.compiler.testing.SourceCompiler;

/**
 * Random programs print and end natively as they do on the JVM.
 *
 * <p>The system property {@code peaberry.random.count} says how many (2,000), {@code peaberry.random.seed} the seed of
 * the first one (always the same, so that a run can be repeated, unless it says so); the others have the seeds that follow. A failing program is repeated by its own
 * seed and a count of 1.
 */
class RandomProgramsTest {

    private static final int BATCH = 125;
    private static final int COUNT = Integer.getInteger("peaberry.random.count", 2000);
    private static final long FIRST_SEED = Long.getLong("peaberry.random.seed", 20_000);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> runsAsOnTheJvm() {
        System.out.println("random programs: -Dpeaberry.random.seed=" + FIRST_SEED
            + " -Dpeaberry.random.count=" + COUNT);
        List<DynamicTest> batches = new ArrayList<>();
        for (int done = 0; done < COUNT; done += BATCH) {
            long first = FIRST_SEED + done;
            int count = Math.min(BATCH, COUNT - done);
            batches.add(DynamicTest.dynamicTest("seeds " + first + " to " + (first + count - 1),
                () -> runBatch(first, count)));
        }
        return batches.stream();
    }

    private void runBatch(long first, int count) throws Exception {
        Map<String, String> sources = new TreeMap<>();
        for (long seed = first; seed < first + count; seed++) {
            sources.put(Folders.PROGRAMS + "." + RandomProgram.name(seed), RandomProgram.source(seed));
        }
        Path batch = Files.createTempDirectory(folder, "batch");
        Path classes = batch.resolve("classes");
        SourceCompiler.compile(sources, classes);
        List<String> programs = List.copyOf(sources.keySet());
        NativePrograms executable = NativePrograms.compile(programs, List.of(classes, Folders.testClasses()), batch);
        StringBuilder failures = new StringBuilder();
        for (String program : programs) {
            Expectation expected = JvmRun.of(program, List.of(classes, Folders.testClasses()));
            Outcome actual = executable.run(program);
            if (!expected.allows(actual)) {
                failures.append("\n=== seed ").append(program.replaceAll("\\D", ""))
                    .append("\n--- program\n").append(sources.get(program))
                    .append("\n--- on the JVM\n").append(expected)
                    .append("\n--- native\n").append(actual);
            }
        }
        assertEquals("", failures.toString());
    }
}
