package peaberry.shell;

import peaberry.console.Terminal;
import peaberry.runtime.Text;

/** All commands: the one place that lists them. */
final class CommandTable {

    private static final Command[] ALL = {
        new Command("help", "[COMMAND]", "lists the commands, or says what one does", 0, 1, CommandTable::help),
        new Command("echo", "[TEXT]", "prints the text", 0, Command.ANY, SystemCommands::echo),
        new Command("ps", "", "lists the processes", 0, 0, ProcessCommands::list),
        new Command("mem", "", "shows how memory is used", 0, 0, SystemCommands::memory),
        new Command("uptime", "", "shows how long the system has been running", 0, 0, SystemCommands::uptime),
        new Command("date", "", "shows date and time, as the machine's clock has them", 0, 0, DateCommand::run),
        new Command("caps", "[PROCESS]", "lists what a process may do; without a name, the shell", 0, 1, CapabilityCommand::run),
        new Command("kill", "PROCESS", "ends a process; the system starts it again", 1, 1, ProcessCommands::kill),
        new Command("restart", "PROCESS", "ends a process and starts it anew, even one given up", 1, 1, ProcessCommands::restart),
        new Command("crash", "PROCESS", "makes root, supervisor, serial or shell follow a null reference", 1, 1, CrashCommand::run),
        new Command("faults", "[NUMBER]", "lists how processes failed, oldest first, or shows all evidence of one failure", 0, 1, FaultCommands::faults),
        new Command("log", "", "prints what the supervisor noted of processes, oldest first", 0, 0, FaultCommands::log),
        new Command("drivers", "", "lists who drives a PCI device, and how far it reaches", 0, 0, ProcessCommands::drivers),
        new Command("arp", "ADDRESS", "asks which station of the network has an address", 1, 1, NetworkCommands::arp),
        new Command("ping", "ADDRESS", "asks the station with an address to answer, and how long that takes", 1, 1, NetworkCommands::ping),
        new Command("ls", "[PATH]", "lists what is in a directory, or one file", 0, 1, FileCommands::ls),
        new Command("cat", "PATH...", "prints files", 1, Command.ANY, FileCommands::cat),
        new Command("stat", "PATH", "tells all that is known of a file, directory or link", 1, 1, FileCommands::stat),
        new Command("df", "", "shows how much room there is for files", 0, 0, FileCommands::df),
        new Command("mount", "", "tells where which files are, and whether they can be changed", 0, 0, FileCommands::mount),
        new Command("cp", "PATH TO", "copies a file to a path or into a directory", 2, 2, FileChangeCommands::cp),
        new Command("mv", "PATH TO", "gives a file or directory another name, or puts it into a directory", 2, 2, FileChangeCommands::mv),
        new Command("rm", "[-d] PATH...", "removes files; with -d, empty directories", 1, Command.ANY, FileChangeCommands::rm),
        new Command("mkdir", "PATH...", "makes directories", 1, Command.ANY, FileChangeCommands::mkdir),
        new Command("ln", "[-s] PATH TO", "gives a file a further name; with -s, makes a link that leads to it", 2, 3, FileChangeCommands::ln),
        new Command("touch", "PATH...", "makes empty files, or says that files were changed just now", 1, Command.ANY, FileChangeCommands::touch),
        new Command("sync", "[PATH...]", "returns when everything that was changed, or some files, survive a loss of power", 0, Command.ANY, FileChangeCommands::sync),
        new Command("calc", "EXPRESSION", "calculates in 64-bit integers: + - * / % ( ) 0x1F", 1, Command.ANY, SystemCommands::calculate),
        new Command("shutdown", "[STATUS]", "switches the machine off with an exit status from 0 to 99", 0, 1, SystemCommands::shutdown),
    };

    private static final int ARGUMENTS_COLUMN = 10;
    private static final int HELP_COLUMN = 24;

    private CommandTable() {
    }

    /** Does what the line says. */
    static void run(Line line) {
        int arguments = line.words() - 1;
        if (arguments < 0) {
            return;
        }
        Command command = find(line, 0);
        Terminal console = Session.CONSOLE;
        if (command == null) {
            console.printLine(line.appendWordTo(Session.text(), 0).append(": no such command; try help"));
        } else if (arguments < command.fewest() || arguments > command.most()) {
            console.printLine(usage(Session.text().append("usage: "), command));
        } else {
            command.handler().run(line);
        }
    }

    private static void help(Line line) {
        if (line.words() == 1) {
            for (Command command : ALL) {
                Text text = Session.text().append(command.name()).padTo(ARGUMENTS_COLUMN).append(command.arguments());
                Session.CONSOLE.printLine(text.padTo(HELP_COLUMN).append(command.help()));
            }
            return;
        }
        Command command = find(line, 1);
        if (command == null) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text().append("help: no command "), 1).append("; try help"));
            return;
        }
        Session.CONSOLE.printLine(usage(Session.text(), command).append(": ").append(command.help()));
    }

    private static Text usage(Text text, Command command) {
        text.append(command.name());
        return command.arguments().isEmpty() ? text : text.append(" ").append(command.arguments());
    }

    private static Command find(Line line, int word) {
        for (Command command : ALL) {
            if (line.wordIs(word, command.name())) {
                return command;
            }
        }
        return null;
    }
}
