package peaberry.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.sh.help.Help;
import peaberry.sh.system.Utf8;

class ToolHelpTest {

    @TempDir
    private Path directory;

    private final TestChannel.Memory output = new TestChannel.Memory();
    private final TestChannel.Memory errors = new TestChannel.Memory();

    private int run(String name, String... arguments) {
        return Tools.run(new TestSystem(), name, List.of(arguments), List.of(), directory.toString(), new TestChannel(new TestChannel.Memory()), new TestChannel(output), new TestChannel(errors));
    }

    @Test
    void thereIsHelpForEachTool() {
        assertEquals(Stream.concat(Names.ALL.stream(), Stream.of("sha256sum")).sorted().toList(), ToolHelp.all().stream().map(Help::name).sorted().toList());
    }

    @Test
    void itSaysWhatAndShowsHow() {
        for (Help help : ToolHelp.all()) {
            assertFalse(help.summary().isBlank() || help.summary().endsWith("."), help.name());
            assertTrue(help.examples().stream().anyMatch(example -> example.command().contains(help.name())), help.name());
        }
    }

    /** What else is wrong with such a call does not matter. */
    @Test
    void aToolTakesTheOptionsThatAreToldOfIt() {
        for (Help help : ToolHelp.all()) {
            for (String option : help.optionNames()) {
                run(help.name(), option.endsWith("=") ? option + "1" : option, "1", "1");
                assertFalse(Utf8.decode(errors.written()).contains("there is no option"), help.name() + " " + option);
            }
        }
    }

    @Test
    void aToolTellsItItself() {
        assertEquals(0, run("cat", "--help"));
        assertEquals(ToolHelp.of("cat").text(), Utf8.decode(output.written()));
        assertTrue(Utf8.decode(output.written()).startsWith("usage: cat [-bEnsTu] [file ...]\ncat writes files one after the other.\n\noptions:\n  -b, --number-nonblank  numbers"));
    }
}
