package peaberry.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import peaberry.sh.help.Help;

class SystemHelpTest {

    @Test
    void thereIsHelpForEachCommand() {
        TreeSet<String> commands = new TreeSet<>(ShellCommands.builtins().keySet());
        commands.addAll(BuiltIns.names());
        commands.add("sha256sum"); // a program of its own, where a system declares it
        assertEquals(commands, new TreeSet<>(ShellCommands.table().stream().map(Help::name).toList()));
        assertEquals(commands.size(), ShellCommands.table().size());
    }

    @Test
    void itShowsHow() {
        for (Help help : SystemHelp.all()) {
            assertTrue(help.examples().stream().anyMatch(example -> example.command().contains(help.name())), help.name());
        }
    }
}
