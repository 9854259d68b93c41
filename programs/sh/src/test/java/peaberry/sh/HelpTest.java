package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import peaberry.sh.builtins.BuiltinHelp;
import peaberry.sh.builtins.Builtins;
import peaberry.sh.help.Help;

class HelpTest {

    /** Those that a shell at a terminal has as well. */
    private static final List<String> AT_A_TERMINAL = List.of("help", "history");

    @Test
    void thereIsHelpForEachBuiltin() {
        TreeSet<String> builtins = new TreeSet<>(Builtins.all().keySet());
        builtins.addAll(AT_A_TERMINAL);
        assertEquals(builtins, new TreeSet<>(BuiltinHelp.all().stream().map(Help::name).toList()));
    }

    @Test
    void itSaysWhatAndShowsHow() {
        for (Help help : BuiltinHelp.all()) {
            assertFalse(help.summary().isBlank() || help.summary().endsWith("."), help.name());
            assertTrue(help.examples().stream().anyMatch(example -> example.command().contains(help.name())), help.name());
        }
    }

    @Test
    void namesOfOptionsAreAsTheyAreTyped() {
        Help help = Help.of("x", Help.Group.TEXT, "", "").option("-b, --bytes=COUNT", "").option("-n count", "").option("-s", "");
        assertEquals(List.of("--bytes=", "-b", "-n", "-s"), help.optionNames());
    }

    @Test
    void itIsOneText() {
        assertEquals("usage: x [-n]\nx does it.\n\noptions:\n  -n       not\n  -y what  what it is\n\nexamples:\n  x -n  does not\n",
                Help.of("x", Help.Group.TEXT, "[-n]", "does it").option("-n", "not").option("-y what", "what it is").example("x -n", "does not").text());
    }
}
