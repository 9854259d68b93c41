package peaberry.image.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** The reader against tomlj: what both read is the same, and nothing that tomlj refuses is read. */
class TomlReaderTest {

    private static final String SAMPLE = """
            # A comment, with ünïcode
            top = 1
            hex = 0xDEAD_beef
            negative = -1_000
            positive = +99
            zero = 0
            yes = true
            no = false   # and a comment
            text = "say \\"hi\\"\\t\\u00e9\\U0001F980\\\\"
            literal = 'C:\\no\\escape "here"'
            empty = ""
            none = ''
            list = [1, 2, 3,]
            mixed = [ "a", 1, true, [ ], { x = 1 } ]
            lines = [
              "one", # first
              # nothing
              "two"
              , "three",
            ]
            point = { x = 1, y = { z = "deep" }, list = [ 'a' ] }
            nothing = {}
            "a key, quoted" = { "/" = 1, '/tmp' = 2, "" = 3, "\\u00e9" = 4 }

            [ process . serial ]
            program = "serial"
            [process.shell-2]
            program = "shell"
            1234 = "a key of digits"
            [process]
            count = 2
            \t[a.b.c] # three at once
            d = 1
            [a]
            e = 2
            """;

    /** Pieces that a mutation puts somewhere: what TOML's readers disagree about, if anything. */
    private static final String[] PIECES = {
        "\n", "\r\n", "\r", "[", "]", "[[", "]]", "{", "}", ",", ",,", "=", "==", ".", "\"", "'", "\"\"\"", "'''", "#", "\\", "\\u00", "\\x41",
        "_", "__", "0x", "0X1", "0o7", "0b1", "01", "1.5", "1e3", "inf", "nan", "-", "+", "true", "True", "1979-05-27", "07:32:00", " ", "\t", "\0",
        "\u007f", "\u0001", "key = 1\n", "\"quoted\" = 1\n", "a.b = 1\n", "[process.serial]\n", "[process]\n", "[top]\n", "[point]\n", "[point.y]\n",
        "top = 2\n", "é", "\ud83e\udd80", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0x7fffffffffffffff",
        "0xffffffffffffffff", "\\ud800", "\\U00110000", "\ufeff",
    };

    @Test
    void theSampleMeansWhatTomljSays() {
        Problems problems = new Problems("sample");
        Object ours = plain(TomlReader.read(SAMPLE, problems));
        assertEquals(List.of(), problems.sentences());
        assertEquals(plain(Toml.parse(SAMPLE)), ours);
    }

    @Test
    void whateverIsReadTomljReadsAlike() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 30_000; i++) {
            String document = mutated(random);
            Problems problems = new Problems("mutated");
            Object ours = plain(TomlReader.read(document, problems));
            if (problems.isEmpty()) {
                read++;
                TomlParseResult theirs = Toml.parse(document);
                assertFalse(theirs.hasErrors(), () -> theirs.errors() + " in\n" + document);
                assertEquals(plain(theirs), ours, document);
            }
        }
        assertTrue(read > 3_000, read + " were read");
    }

    /** A part of the sample, so that tomlj, which is slow, gets short documents, with one to three changes. */
    private static String mutated(Random random) {
        List<String> lines = new ArrayList<>(SAMPLE.lines().toList());
        int first = random.nextInt(lines.size());
        StringBuilder text = new StringBuilder(String.join("\n", lines.subList(first, Math.min(lines.size(), first + 6)))).append('\n');
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 1 -> text.insert(at, lines.get(random.nextInt(lines.size())) + "\n");
                default -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[process]]         | arrays of tables are not read here
            a.b = 1             | dotted keys are not read here
            "a                  | the string does not end on its line
            \""" = 1            | strings of several lines are not read here
            a = 1.5             | numbers with a fraction or an exponent are not read here
            a = inf             | numbers with a fraction or an exponent are not read here
            a = 1979-05-27      | dates and times are not read here
            a = 07:32:00        | dates and times are not read here
            a = 0o17            | octal and binary numbers are not read here
            a = \"""            | strings of several lines are not read here
            a = '''             | strings of several lines are not read here
            a = 9223372036854775808 | this number has more than 64 bits: 9223372036854775808
            a = 012             | this is no value: 012
            a = yes             | this is no value: yes
            a =                 | a value is missing: the file ends
            a = "x              | the string does not end on its line
            a = "\\x"           | a string has no escape \\x
            a = "\\u12"         | an escape needs 4 hexadecimal digits
            a = "\\ud800"       | there is no character d800
            a = 1 b = 2         | nothing is expected here but the end of the line: b = 2
            a 1                 | '=' is missing after the key 'a'
            = 1                 | a key is missing: = 1
            [a                  | ']' is missing after the table's name
            a = {b = 1,}        | a key is missing: }
            a = {b = 1          | '}' is missing after the last entry of the table
            a = [1 2]           | ',' or ']' is missing in the array that begins in line 1
            """)
    void saysWhatItDoesNotRead(String document, String problem) {
        assertEquals(List.of("f:1: " + problem), problemsOf(document));
    }

    @Test
    void saysWhatIsThereTwice() {
        assertEquals(List.of("f:2: 'a' is there twice, first in line 1"), problemsOf("a = 1\na = 2\n"));
        assertEquals(List.of("f:3: the table 't' is there twice, first in line 1"), problemsOf("[t]\na = 1\n[t]\na = 1\n"));
        assertEquals(List.of("f:2: 'a' is a number already, since line 1"), problemsOf("a = 1\n[a]\nb = 1\n"));
        assertEquals(List.of("f:2: 'a' is a table already, since line 1"), problemsOf("a = {}\n[a.b]\n"));
    }

    @Test
    void goesOnAfterAMistake() {
        assertEquals(List.of("f:1: this is no value: x", "f:3: dotted keys are not read here", "f:5: arrays of tables are not read here"),
                problemsOf("a = x\nb = 1\nc.d = 1\ne = 1\n[[x]]\na = 1\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ a = "})
    void doesNotNestWithoutEnd(String opening) {
        assertEquals(List.of("f:1: arrays and tables are nested too deeply"), problemsOf("a = " + opening.repeat(100_000)));
    }

    private static List<String> problemsOf(String document) {
        Problems problems = new Problems("f");
        TomlReader.read(document, problems);
        return problems.sentences();
    }

    private static Object plain(TomlValue value) {
        return switch (value) {
            case TomlValue.Text text -> text.text();
            case TomlValue.Number number -> number.number();
            case TomlValue.Truth truth -> truth.isTrue();
            case TomlValue.Array array -> array.elements().stream().map(TomlReaderTest::plain).toList();
            case TomlValue.Table table -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                table.entries().forEach((key, entry) -> entries.put(key, plain(entry)));
                yield entries;
            }
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case TomlTable table -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                table.keySet().forEach(key -> entries.put(key, plain(table.get(List.of(key)))));
                yield entries;
            }
            case TomlArray array -> array.toList().stream().map(element -> plain((Object) element)).toList();
            default -> value;
        };
    }
}
