package peaberry.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;
import peaberry.standin.Texts;

class NamespaceTest {

    private final Namespace names = new Namespace();

    private boolean mount(String place) {
        return names.mount(Texts.of(place), Capability.at(1));
    }

    private String find(String path) {
        int found = names.find(Texts.of(path));
        return (found == Namespace.NONE ? "nowhere" : Texts.string(names.place(found))) + " " + Texts.string(names.rest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                    | '/ '
            ''                   | '/ '
            hello                | / hello
            //a//b/              | / a//b/
            /tmp                 | '/tmp '
            tmp                  | '/tmp '
            /tmp/                | '/tmp '
            /tmp/x/y             | /tmp x/y
            /./tmp/./x           | /tmp x
            /tmpx                | / tmpx
            /tm                  | / tm
            /usr                 | / usr
            /usr/                | / usr/
            /usr/doc/..//        | / usr/
            /tmp/../             | '/ '
            /usr/x               | / usr/x
            /usr/doc             | '/usr/doc '
            /usr/doc/old         | '/usr/doc/old '
            /usr/doc/old/x       | /usr/doc/old x
            /usr/doc/older       | /usr/doc older
            /usr/documents       | / usr/documents
            /tmp/..              | '/ '
            /tmp/../x            | / x
            /../../tmp/../tmp/x  | /tmp x
            /usr/../tmp          | '/tmp '
            /usr/doc/..          | / usr
            /usr/doc/../x        | / usr/x
            /usr/doc/old/../y    | /usr/doc y
            /tmp/x/../../y       | /tmp x/../../y
            /x/../tmp/y          | / x/../tmp/y
            /.../tmp             | / .../tmp
            """)
    void aPathLeadsToTheTreeThatIsMountedFarthestAlongIt(String path, String expected) {
        for (String place : new String[] {"/usr/doc", "/", "/usr/doc/old", "/tmp"}) {
            assertTrue(mount(place));
        }
        assertEquals(expected, find(path));
    }

    @Test
    void withoutATreeAtTheTopThereIsNothingBesideThePlaces() {
        assertEquals("nowhere x", find("/x"));
        assertTrue(mount("/notes"));
        assertEquals("/notes ", find("/notes"));
        assertEquals("nowhere ", find("/notes/.."));
        assertEquals("nowhere other", find("/notes/../other"));
    }

    @Test
    void whatIsJustBelowAPathIsTold() {
        for (String place : new String[] {"/", "/usr/doc", "/tmp", "/usr/doc/old"}) {
            assertTrue(mount(place));
        }
        assertEquals(List.of("tmp"), below("/"));
        assertEquals(List.of("tmp"), below("/tmp/.."));
        assertEquals(List.of("doc"), below("/usr"));
        assertEquals(List.of("old"), below("/usr/doc/"));
        assertEquals(List.of(), below("/usr/x"));
        assertEquals(List.of(), below("/x"));
        assertEquals(List.of(), below("/tmp"));
    }

    private List<String> below(String path) {
        names.find(Texts.of(path));
        List<String> all = new ArrayList<>();
        Text name = new Text(FileSystem.MAX_NAME);
        for (int i = 0; i < names.trees(); i++) {
            if (names.isBelow(i, name)) {
                all.add(Texts.string(name));
            }
        }
        return all;
    }

    @Test
    void aPlaceHasOneTreeAndThereIsRoomForSome() {
        assertTrue(mount("/a"));
        assertFalse(mount("/a"));
        for (String place : new String[] {"", "b", "//", "/b/", "/b//c", "/.", "/..", "/b/../c", "/b/./c", "/b/.", "/" + "a".repeat(Namespace.PLACE_BYTES)}) {
            assertFalse(mount(place), place);
        }
        assertTrue(mount("/..b"));
        for (int i = 2; i < Namespace.MOST; i++) {
            assertTrue(mount("/" + "a".repeat(i) + "b"));
        }
        assertFalse(mount("/"));
        assertEquals(Namespace.MOST, names.trees());
    }

    @Test
    void aPathThatIsTooLongForARequestStaysSo() {
        assertTrue(mount("/"));
        names.find(Texts.of("/tmp/" + "x/".repeat(FileSystem.MAX_PATH / 2)));
        assertTrue(names.rest().length() > FileSystem.MAX_PATH);
    }
}
