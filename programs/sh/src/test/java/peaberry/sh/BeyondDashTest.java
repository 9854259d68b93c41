package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where we follow POSIX and dash does not, how a shell is called, and how it ends. */
class BeyondDashTest {

    @TempDir
    private Path temporary;

    private Outcome run(String... arguments) throws IOException {
        return Outcome.ofPeaberry(Fresh.directory(temporary), arguments);
    }

    private void assertOutput(String expected, String command) throws IOException {
        Outcome outcome = run("-c", command);
        assertEquals(expected, outcome.output(), outcome.errors());
    }

    @Test
    void twoParenthesesMayBeASubshell() throws IOException {
        assertOutput("b\n", "echo $((echo a; echo b) | tail -1)");
    }

    @Test
    void lengthsCountCharactersAndNotBytes() throws IOException {
        assertOutput("2 3\n", "x='é€'; y=a€b; echo ${#x} ${#y}");
        assertOutput("a-b\n", "x=a€b; echo ${x%?b}-${x#??}");
    }

    @Test
    void aSeparatorMayHaveSeveralBytes() throws IOException {
        assertOutput("2\n", "IFS=é; x=aéb; set -- $x; echo $#");
    }

    @Test
    void bytesThatAreNoTextStayWhatTheyAre() throws IOException {
        assertOutput("377\n", "x=$(printf '\\377'); printf '%s' \"$x\" | od -An -to1 | tr -d ' '");
    }

    @Test
    void linesAreCounted() throws IOException {
        assertOutput("1\n2\n4\n", "echo $LINENO\necho $LINENO\n\necho $LINENO");
    }

    @Test
    void anUnsetParameterInADocumentEndsTheScript() throws IOException {
        assertEquals(2, run("-c", "cat <<E\n${u?}\nE\necho after").status());
    }

    @Test
    void allParametersAreUnsetIfThereAreNone() throws IOException {
        assertOutput("none none 0\n", "echo \"${@-none}\" ${*-none} ${#@}");
    }

    @Test
    void emptyArithmeticIsZero() throws IOException {
        assertOutput("0\n", "echo $(( ))");
    }

    @Test
    void aScriptThatIsReadKnowsThatItsStatusIsLookedAt() throws IOException {
        assertOutput("in\n", "echo 'false; echo in' > s; set -e; . ./s || echo no");
    }

    @Test
    void optionsComeBeforeTheCommand() throws IOException {
        assertEquals(1, run("-c", "-e", "false; echo no").status());
        assertEquals("x a 2\n", run("-c", "echo $0 $1 $#", "x", "a", "b").output());
        assertEquals(2, run("-c").status());
        assertEquals(1, run("-ec", "false; echo no").status());
        assertEquals("*\n", run("-fc", "echo *").output());
        assertEquals("*\n", run("-o", "noglob", "-c", "--", "echo *").output());
        assertEquals(2, run("-Z").status());
    }

    @Test
    void aScriptThatIsNotThereIsTold() throws IOException {
        Outcome outcome = run("no-such-script");
        assertEquals(127, outcome.status());
        assertTrue(outcome.errors().contains("no-such-script"));
    }

    @Test
    void aScriptHasArguments() throws IOException {
        Path script = Files.writeString(temporary.resolve("script"), "echo $1 $#\n");
        assertEquals("a 2\n", run(script.toString(), "a", "b c").output());
    }

    @Test
    void errorsNameTheScriptTheLineAndTheCommand() throws IOException {
        Path script = Files.writeString(temporary.resolve("script"), "echo a\ncd nowhere\n\nfi\n");
        Outcome outcome = run(script.toString());
        assertEquals(script + ": 2: cd: can't cd to nowhere\n" + script + ": 4: syntax error: fi is not expected here\n", outcome.errors());
        assertEquals(2, outcome.status());
    }

    @Test
    void recursionWithoutEndIsAnError() throws IOException {
        Outcome outcome = run("-c", "f() { f; }; f; echo no");
        assertEquals(2, outcome.status());
        assertTrue(outcome.errors().contains("too deeply"), outcome.errors());
    }

    @Test
    void jobsAreListed() throws IOException {
        assertOutput("[1] + Running                    sleep 5\n", "sleep 5 & jobs; kill $!");
    }

    @Test
    void timesAreShownInMinutes() throws IOException {
        assertOutput("1m1.005s 0m0.020s\n0m0.300s 0m4.000s\n", "times");
    }
}
