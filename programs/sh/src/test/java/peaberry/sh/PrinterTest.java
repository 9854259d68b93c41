package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import peaberry.sh.syntax.Command;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.Printer;
import peaberry.sh.syntax.SyntaxException;

/** Commands that are printed are the same commands when they are read again, and mean the same to dash. */
class PrinterTest {

    @TempDir
    private Path temporary;

    private static Command.Sequence parsed(Corpus.Script script) {
        try {
            return Parser.parse(script.text());
        } catch (SyntaxException e) {
            return null;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyScriptIsTheSameAfterPrinting() {
        return Corpus.all().stream().filter(script -> parsed(script) != null).map(script -> DynamicTest.dynamicTest(script.toString(), () -> {
            Command.Sequence parsed = parsed(script);
            String printed = Printer.print(parsed);
            assertEquals(parsed, Parser.parse(printed), () -> script.text() + "--- printed\n" + printed);
        }));
    }

    /** Where lines do not matter: these show them as they are read. */
    private static boolean showsItsLines(Corpus.Script script) {
        return script.text().contains("set -v") || script.title().contains("noexec");
    }

    @TestFactory
    Stream<DynamicTest> everyScriptMeansTheSameAfterPrinting() {
        return Corpus.all().stream().filter(script -> parsed(script) != null && !showsItsLines(script))
                .map(script -> DynamicTest.dynamicTest(script.toString(), () -> compare(script)));
    }

    private void compare(Corpus.Script script) throws IOException {
        Path file = temporary.resolve("script");
        Files.writeString(file, script.text());
        Outcome expected = Outcome.ofDash(Fresh.directory(temporary), file.toString());
        String printed = Printer.print(parsed(script));
        Files.writeString(file, printed + "\n");
        Outcome actual = Outcome.ofDash(Fresh.directory(temporary), file.toString());
        assertEquals(expected.output() + expected.status(), actual.output() + actual.status(), () -> script.text() + "--- printed\n" + printed);
    }

    private static void assertPrinted(String expected, String text) {
        assertEquals(expected, Printer.print(Parser.parse(text)));
    }

    @Test
    void commandsStandOnLinesOfTheirOwn() {
        assertPrinted("a b\nc && d | e\nf &", "a   b;c&&d|e;f&");
        assertPrinted("if\n    a\nthen\n    b\nelse\n    c\nfi", "if a; then b; else c; fi");
        assertPrinted("f()\n{\n    a\n}", "f() { a; }");
    }

    @Test
    void aDocumentStandsBehindItsLine() {
        assertPrinted("cat 0<<EOF && b\n${x}\nEOF\n", "cat <<E && b\n$x\nE");
    }

    @Test
    void aDelimiterIsNoLineOfItsText() {
        assertPrinted("cat 0<<'EOF_'\nEOF\nEOF_\n", "cat <<'x'\nEOF\nx\n");
    }

    @Test
    void aReservedWordThatIsPlainStaysSo() {
        assertPrinted(" 1>f if", ">f if");
    }

    @Test
    void aDocumentThatIsCutShortInAJoinedLineEndsItsLine() {
        assertPrinted("cat 0<<EOF\na\nEOF\n", "cat <<E\na\\\n");
    }
}
