package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import peaberry.sh.syntax.Parser;
import peaberry.sh.syntax.SyntaxException;

/** The scripts of the corpus as parts of larger ones: beside the shell, and in a copy of it. */
class PipedTest {

    @TempDir
    private Path temporary;

    /** Broken ones would break what is around them, and signals to the shell come at another time. */
    private static boolean canBeAPart(Corpus.Script script) {
        if (script.text().contains("kill -") || script.title().contains("the end of the script") || script.title().contains("the script's end")) {
            return false;
        }
        try {
            Parser.parse(script.text());
            return true;
        } catch (SyntaxException e) {
            return false;
        }
    }

    private Stream<DynamicTest> within(String before, String after) {
        return Corpus.all().stream().filter(PipedTest::canBeAPart)
                .map(script -> DynamicTest.dynamicTest(script.toString(), () -> compare(before + script.text() + after)));
    }

    private void compare(String text) throws IOException {
        Path file = Files.writeString(temporary.resolve("script"), text);
        Outcome expected = Outcome.ofDash(Fresh.directory(temporary), file.toString());
        Outcome actual = Outcome.ofPeaberry(Fresh.directory(temporary), file.toString());
        assertEquals(expected.output() + expected.status(), actual.output() + actual.status(), () -> text + "--- ours says\n" + actual.errors());
    }

    @TestFactory
    Stream<DynamicTest> inAProcessOfItsOwn() {
        return within("x=outer\n{ ", "\n} | cat\necho $?\n");
    }

    @TestFactory
    Stream<DynamicTest> inASubstitution() {
        return within("x=$( \n", "\n)\necho \"$? $x\"\n");
    }
}
