package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.Folders;
import peaberry.compiler.testing.NativePrograms;
import peaberry.compiler.testing.Outcome;
import peaberry.compiler.testing.SourceCompiler;

/** The array that an enum's {@code values()} answers is the enum's own, and cannot be written. */
class EnumValuesTest {

    private static final String PROGRAM = Folders.PROGRAMS + ".Writer";

    @TempDir
    Path folder;

    @Test
    void aWriteFaultsOnItsLine() throws Exception {
        Outcome outcome = run("Level.values()[index] = Level.HIGH; // here");
        assertFaultsInRun(outcome);
    }

    @Test
    void aWriteThroughAVariableFaultsOnItsLine() throws Exception {
        assertFaultsInRun(run("Object[] all = Level.values(); all[0] = all[1]; // here"));
    }

    @Test
    void aCopyIntoItFaults() throws Exception {
        Outcome outcome = run("System.arraycopy(OTHER, 0, Level.values(), 0, 1); // here");
        assertFaultsInRun(outcome);
    }

    private Outcome run(String statement) throws Exception {
        Path classes = folder.resolve("classes");
        SourceCompiler.compile(Map.of(PROGRAM, """
            package peaberry.compiler.programs;

            import peaberry.compiler.testing.Out;

            final class Writer {
                private enum Level { LOW, HIGH }

                private static final Level[] OTHER = {Level.HIGH};
                private static int index;

                static void run() {
                    Out.println(Level.values()[index].name());
            """ + statement + """

                    Out.println(Level.values()[index].name());
                }
            }
            """), classes);
        return NativePrograms.compile(List.of(PROGRAM), List.of(classes, Folders.testClasses()), folder).run(PROGRAM);
    }

    private static void assertFaultsInRun(Outcome outcome) {
        assertEquals("LOW\n", outcome.output());
        String ending = outcome.ending();
        assertEquals("signal 11", ending.substring(0, Math.min(9, ending.length())), ending);
        assertEquals("in " + PROGRAM + ".run line 13", ending.substring(Math.max(0, ending.indexOf("in "))), ending);
    }
}
