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

/** An array of unboxed records that is known as an Object only is never seen as an array of objects: asking faults. */
class UnboxedArraysAtRunTimeTest {

    private static final String PROGRAM = Folders.PROGRAMS + ".Viewer";

    @TempDir
    Path folder;

    @Test
    void aCastToAnArrayOfObjectsFaults() throws Exception {
        assertFault("CLASS_CAST", "Out.println(((Object[]) choice).length);");
    }

    @Test
    void anInstanceofAnArrayOfObjectsFaults() throws Exception {
        assertFault("CLASS_CAST", "Out.println(choice instanceof Object[]);");
    }

    @Test
    void anInstanceofAnArrayOfTheInterfaceFaults() throws Exception {
        assertFault("CLASS_CAST", "Out.println(choice instanceof Unit[]);");
    }

    @Test
    void aStoreIntoAnArrayOfArraysOfObjectsFaults() throws Exception {
        assertFault("ARRAY_STORE", "ROWS[0] = choice;");
    }

    @Test
    void otherQuestionsAreAnswered() throws Exception {
        Outcome outcome = run("""
            Out.println(choice instanceof Length[]); Out.println(choice instanceof long[][]); \
            Out.println(choice instanceof String[]); Out.println(((Length[]) choice)[0].value()); \
            Out.println(TABLE instanceof Object[]); Out.println(other instanceof Object[]);""");
        assertEquals(new Outcome("true\nfalse\nfalse\n7\ntrue\ntrue\n", Outcome.NORMAL), outcome);
    }

    private void assertFault(String kind, String statement) throws Exception {
        assertEquals(new Outcome("", kind + " in " + PROGRAM + ".run line 21"), run(statement));
    }

    private Outcome run(String statement) throws Exception {
        Path classes = folder.resolve("classes");
        SourceCompiler.compile(Map.of(PROGRAM, """
            package peaberry.compiler.programs;

            import peaberry.compiler.testing.Out;
            import peaberry.machine.Unboxed;

            final class Viewer {
                interface Unit {
                }

                @Unboxed
                record Length(int value) implements Unit {
                }

                static Object choice = new Length[] {new Length(7)};
                static Object other = new String[] {"text"};
                static final Object[] ROWS = new Object[1][];
                static final Object TABLE = new Length[1][1];

                static void run() {
                    // the statement:
            """ + statement + """

                }
            }
            """), classes);
        return NativePrograms.compile(List.of(PROGRAM), List.of(classes, Folders.testClasses()), folder).run(PROGRAM);
    }
}
