package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.sh.builtins.Builtins;
import peaberry.sh.run.Option;
import peaberry.sh.run.Shell;
import peaberry.sh.run.Snapshot;
import peaberry.sh.syntax.Source;

/** A shell that is made from another one's text has the same text. */
class SnapshotTest {

    private static Shell shell() {
        return new Shell(new PosixSystem(), Builtins.all(), "the shell's \"name\"", "/");
    }

    private static void assertGoesOver(String script) throws IOException {
        Shell parent = shell();
        parent.interpreter().read(Source.of(script));
        String text = Snapshot.write(parent);
        Shell child = shell();
        child.setName("another");
        Snapshot.read(text, child);
        assertEquals(text, Snapshot.write(child));
        assertEquals(parent.name(), child.name());
        assertEquals(parent.positional(), child.positional());
        assertEquals(parent.variables().values(), child.variables().values());
        assertEquals(parent.functions(), child.functions());
        assertEquals(parent.status(), child.status());
    }

    @Test
    void variables() throws IOException {
        assertGoesOver("a=1; b='it'\\''s'; c='line\nfeed'; d='$x `y` \\'; e=; export a; readonly b; export u; unset IFS");
    }

    @Test
    void functions() throws IOException {
        assertGoesOver("f() { echo \"$1\" | cat <<E\n$x\nE\n}; g() (a) >b; h() case $1 in a) ;; *) b;; esac; f() { g; }");
    }

    @Test
    void parametersAndStatus() throws IOException {
        assertGoesOver("set -- a 'b c' '' \"'\"; false");
        assertGoesOver("set --; :");
    }

    @Test
    void optionsAndIgnoredSignals() throws IOException {
        assertGoesOver("trap '' INT TERM; trap 'echo x' EXIT; set -efu -o noclobber");
        Shell child = shell();
        Shell parent = shell();
        parent.interpreter().read(Source.of("set -eu; trap 'echo x' EXIT HUP; trap '' INT"));
        Snapshot.read(Snapshot.write(parent), child);
        assertEquals(List.of(true, true, false), List.of(child.has(Option.EXIT_ON_ERROR), child.has(Option.NO_UNSET), child.has(Option.NO_GLOB)));
        assertEquals(List.of(2), List.copyOf(child.traps().actions().keySet()));
    }
}
