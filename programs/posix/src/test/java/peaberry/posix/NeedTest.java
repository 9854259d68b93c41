package peaberry.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.posix.Need.Kind;
import peaberry.tools.Names;

class NeedTest {

    @ParameterizedTest
    @ValueSource(strings = {"read:notes.txt", "write:/desk/a:b", "service:clock", "programs", "programs:4", "terminal", "memory:16M", "memory:64K"})
    void isReadAsItIsWritten(String text) throws IOException {
        assertEquals(text, Need.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fly", "read", "read:", "write:", "service:", "programs:", "programs:0", "programs:33", "programs4", "programs:4x", "terminal:x", "memory:", "memory:16", "memory:0K", "memory:-1M",
            "memory:9999999999M", "memory:1.5M", "READ:x"})
    void whatIsNoneIsTold(String text) {
        IOException told = assertThrows(IOException.class, () -> Need.parse(text));
        assertTrue(told.getMessage().startsWith(text + ": "), told.getMessage());
    }

    @Test
    void numbersAreThoseThatAreWritten() throws IOException {
        assertEquals(4, Need.parse("programs:4").count(8));
        assertEquals(8, Need.parse("programs").count(8));
        assertEquals(16 << 20, Need.parse("memory:16M").size());
        assertEquals(64 << 10, Need.parse("memory:64K").size());
    }

    @Test
    void aManifestHasANeedInEachLine() throws IOException {
        assertEquals(List.of(new Need(Kind.READ, "notes.txt"), new Need(Kind.TERMINAL, "")), Manifest.parse("# for people\n\n  read:notes.txt  # the notes\nterminal\r\n"));
        assertThrows(IOException.class, () -> Manifest.parse("read:notes.txt\nall"));
    }

    /** Who acts for a person, and who changes files; nobody else can. */
    @Test
    void aToolThatChangesNothingCanChangeNothing() {
        for (String tool : List.of("cat", "cut", "du", "grep", "head", "stat", "tail", "uniq", "wc", "why")) {
            assertEquals(List.of(new Need(Kind.READ, "/")), Needs.of(tool), tool);
        }
        for (String tool : List.of("basename", "dirname", "seq", "tr", "unknown")) {
            assertEquals(List.of(), Needs.of(tool), tool);
        }
        assertEquals(List.of("basename", "dirname", "seq", "sleep", "tr"), Names.ALL.stream().filter(tool -> Needs.of(tool).isEmpty()).toList(), "tools without files; a new one needs a row");
        assertTrue(Names.ALL.stream().filter(tool -> Needs.of(tool).stream().anyMatch(need -> need.kind() == Kind.PROGRAMS)).toList().equals(List.of("env", "find")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/b"})
    void pathsAreMadePlain(String plain) {
        assertEquals(plain, Paths.absolute(plain, "."));
        assertEquals(plain, Paths.absolute("/", plain + "//./x/.."));
        assertEquals(plain, Paths.absolute("/x/y", "../.." + plain));
    }

    @Test
    void whatIsWithinADirectoryBeginsWithItsNames() {
        assertTrue(Paths.isWithin("/a/b", "/a"));
        assertTrue(Paths.isWithin("/a", "/a"));
        assertTrue(Paths.isWithin("/a", "/"));
        assertTrue(!Paths.isWithin("/ab", "/a"));
        assertTrue(!Paths.isWithin("/a", "/a/b"));
    }

    @Test
    void aCommandIsWrittenAsAShellReadsIt() {
        assertEquals("prog a/b 'two words' '' 'it'\"'\"'s'", Commands.text(List.of("prog", "a/b", "two words", "", "it's")));
    }
}
