package peaberry.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.interactive.HistoryBuiltin;
import peaberry.sh.builtins.BuiltinHelp;
import peaberry.sh.builtins.Builtins;
import peaberry.sh.help.Help;
import peaberry.sh.help.HelpBuiltin;
import peaberry.sh.run.Builtin;
import peaberry.tools.ToolHelp;

/** The commands of the shell on Peaberry: what is built into it, and what is told of these and of the tools. */
final class ShellCommands {

    private ShellCommands() {
    }

    /** By their names. */
    static Map<String, Builtin> builtins() {
        Map<String, Builtin> all = new TreeMap<>(Builtins.all());
        all.put(GrantBuiltin.NAME, new GrantBuiltin());
        all.put("history", new HistoryBuiltin());
        all.put("help", (shell, arguments) -> new HelpBuiltin(table()).run(shell, arguments));
        return all;
    }

    /** What is told of each. */
    static List<Help> table() {
        List<Help> all = new ArrayList<>(BuiltinHelp.all());
        all.addAll(ToolHelp.all());
        all.addAll(SystemHelp.all());
        return all;
    }

    /** What is told of one; null if that is nothing. */
    static Help help(String name) {
        return table().stream().filter(row -> row.name().equals(name)).findFirst().orElse(null);
    }
}
