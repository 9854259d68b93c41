package peaberry.hostfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.runtime.Text;
import peaberry.standin.Texts;
import peaberry.virtio.ProtocolViolation;

/** What a shared folder is asked for, and what of its answers is believed. */
class HostTest {

    private static final int TOP = 0;
    private static final int SPOILT_RUNS = 400;

    private final Text name = new Text(FileSystem.MAX_NAME);

    private static FolderModel folder(Random random) {
        return new FolderModel(random).directory("sub").directory("sub/deep").file("notes", "the notes").file("sub/inside", "inside")
                .link("own", "sub/inside").link("up", "..").link("far", "/etc/passwd").link("top", "/").link("sub/back", "../notes").link("loop", "loop").link("long", "sub/./deep/../inside");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | DONE
            notes                  | DONE /notes
            /sub/inside            | DONE /sub/inside
            sub//deep/.            | DONE /sub/deep
            sub/deep/..            | DONE /sub
            ..                     | DONE
            ../../notes            | DONE /notes
            sub/../../../notes     | DONE /notes
            own                    | DONE /sub/inside
            long                   | DONE /sub/inside
            sub/back               | DONE /notes
            up                     | DONE
            up/up/notes            | DONE /notes
            top/sub/inside         | DONE /sub/inside
            far                    | NOT_FOUND
            loop                   | TOO_MANY_LINKS
            nothing                | NOT_FOUND
            notes/..               | NOT_A_DIRECTORY
            notes/                 | NOT_A_DIRECTORY
            sub/                   | DONE /sub
            own/                   | NOT_A_DIRECTORY
            """)
    void noPathLeadsOut(String path, String expected) {
        FolderModel model = folder(null);
        Host host = new Host(model, name);
        assertTrue(host.attach(TOP));
        Walk walk = new Walk(host, TOP);
        Outcome outcome = walk.go(new Text(0), Texts.of(path), true);
        assertEquals(expected, (outcome + (outcome == Outcome.DONE ? " " + Texts.string(walk.way()) : "")).trim());
        assertEquals(0, model.wayOut, "the host was asked for a way out");
    }

    @Test
    void aLinkAtTheEndIsOneIfItIsNotFollowed() {
        Host host = new Host(folder(null), name);
        assertTrue(host.attach(TOP));
        Walk walk = new Walk(host, TOP);
        assertEquals(Outcome.DONE, walk.go(new Text(0), Texts.of("far"), false));
        assertTrue(host.attributes.isLink());
        Text target = new Text(FileSystem.MAX_TARGET);
        assertEquals(Outcome.DONE, host.target(walk.here(), target));
        assertEquals("/etc/passwd", Texts.string(target));
    }

    @Test
    void aDirectoryIsListedWithoutItsDots() {
        Host host = new Host(folder(null), name);
        assertTrue(host.attach(TOP));
        List<String> names = new ArrayList<>();
        long position = 0;
        while (host.list(TOP, position) == Outcome.DONE) {
            names.add(Texts.string(name));
            position = host.entryNext();
        }
        assertEquals(List.of("far", "long", "loop", "notes", "own", "sub", "top", "up"), names);
    }

    /** Whatever the host answers: what it says is within what there can be, or the driver gives it up. */
    @Test
    void aHostThatLiesIsGivenUpOrBelievedWithinBounds() {
        int violations = 0;
        for (int seed = 0; seed < SPOILT_RUNS; seed++) {
            FolderModel model = folder(new Random(seed));
            Host host = new Host(model, name);
            Walk walk = new Walk(host, TOP);
            try {
                if (host.attach(TOP)) {
                    for (String path : new String[] {"notes", "own", "sub/back", "up/up", "loop", "sub/deep/.."}) {
                        if (walk.go(new Text(0), Texts.of(path), true) == Outcome.DONE) {
                            assertWithinBounds(host.attributes);
                            int read = host.read(walk.here(), 0, 100);
                            assertTrue(read <= 100 && (read < 0 || host.bytesAt >= Wire.MAX_BYTES && host.bytesAt + read <= 2 * Wire.MAX_BYTES));
                        }
                    }
                    long position = 0;
                    for (int entries = 0; entries < 20 && host.list(TOP, position) == Outcome.DONE; entries++) {
                        position = host.entryNext();
                        assertTrue(position >= 0);
                    }
                }
            } catch (ProtocolViolation given) {
                violations++;
            }
            assertEquals(0, model.wayOut, "the host was asked for a way out");
        }
        assertTrue(violations > SPOILT_RUNS / 4 && violations < SPOILT_RUNS, violations + " of " + SPOILT_RUNS);
    }

    private static void assertWithinBounds(Attributes node) {
        assertTrue(node.size >= 0 && node.used >= 0 && node.names >= 0 && node.names <= 0xFFFF && node.number >= 0 && node.number <= 0xFFFF_FFFFL);
        assertTrue(node.accessed >= FileSystem.FIRST_SECOND && node.accessed <= FileSystem.LAST_SECOND);
        assertTrue(node.accessedNanoseconds >= 0 && node.accessedNanoseconds <= 999_999_999 && node.permissions() <= 07777);
    }
}
