package peaberry.sh.help;

import java.util.Collection;
import java.util.List;
import peaberry.sh.run.Builtin;
import peaberry.sh.run.Shell;

/** {@code help}: what commands there are, or all about some of them. */
public final class HelpBuiltin implements Builtin {

    private final Collection<Help> table;

    /** @param table in the order in which it is listed */
    public HelpBuiltin(Collection<Help> table) {
        this.table = table;
    }

    @Override
    public int run(Shell shell, List<String> arguments) {
        if (arguments.isEmpty()) {
            list(shell);
            return 0;
        }
        int status = 0;
        for (String name : arguments) {
            Help help = table.stream().filter(row -> row.name().equals(name)).findFirst().orElse(null);
            if (help == null) {
                shell.complain("help: " + name + ": there is no help for that");
                status = 1;
            } else {
                shell.print(help.text());
            }
        }
        return status;
    }

    private void list(Shell shell) {
        int width = table.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Help.Group group : Help.Group.values()) {
            boolean isFirst = true;
            for (Help row : table) {
                if (row.group() == group) {
                    text.append(isFirst ? group.title() + "\n" : "");
                    text.append("  ").append(row.name()).append(" ".repeat(width - row.name().length())).append("  ").append(row.summary()).append('\n');
                    isFirst = false;
                }
            }
        }
        shell.print(text + "help NAME tells more of a command.\n");
    }
}
