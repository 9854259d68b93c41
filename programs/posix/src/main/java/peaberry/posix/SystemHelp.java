package peaberry.posix;

import java.util.List;
import peaberry.sh.help.Help;
import peaberry.sh.help.Help.Group;

/** What is told of the programs in {@code /bin} that are neither the shell nor tools for text and files. */
final class SystemHelp {

    private SystemHelp() {
    }

    static List<Help> all() {
        return List.of(
                Help.of("sh", Group.SHELL, "[-abCefimnsuvx] [-o option] [-c command | script | -s] [argument ...]", "runs another shell").option("-c command", "runs this").option("-i", "as at a terminal").option("-s", "reads commands from its input")
                        .example("sh -c 'echo $1' sh hello", "runs a command with an argument"),
                Help.of("run", Group.SYSTEM, "[--allow what] [--memory size] [--time seconds] program [argument ...]", "runs a program with nothing but what is allowed").option("--allow what", "such as read:notes.txt").option("--allow-asked", "all that the program asks for").option("--memory size", "as much memory").option("--time seconds", "no longer")
                        .example("run --allow read:notes.txt ./count", "lets it read one file"),
                Help.of("grant", Group.SYSTEM, "[name ...] | -r name ...", "asks for a power, or lists what there is").option("-r", "gives it back").example("grant", "lists what can be granted"),
                Help.of("passwd", Group.SYSTEM, "", "changes one's password").example("passwd", "asks for the old and the new one"),
                Help.of("people", Group.SYSTEM, "[add name | remove name | may name [grant ...] | password name]", "lists people, and changes accounts for who may").example("people", "lists them"),
                Help.of("edit", Group.TEXT, "[file]", "edits a text on the whole screen").example("edit notes", "edits a file"),
                Help.of("less", Group.TEXT, "[file ...]", "shows texts page by page").example("less notes", "shows a file"),
                Help.of("man", Group.SHELL, "[page]", "shows the manual").example("man", "tells what there is"),
                Help.of("why", Group.SYSTEM, "[-a]", "tells what the last program was refused").option("-a", "of all that is known").example("why", "tells it, and how it would be allowed"),
                Help.of("arp", Group.SYSTEM, "address", "tells the hardware's address of a station of the network").example("arp 10.0.2.2", "tells the host's"),
                Help.of("caps", Group.SYSTEM, "process", "tells what a process holds").example("caps serial", "tells it of the serial line's driver"),
                Help.of("crash", Group.SYSTEM, "process", "has root or the supervisor fail, to see it come back").example("crash root", "does so to the process that makes all others"),
                Help.of("drivers", Group.SYSTEM, "", "lists drivers and what they drive").example("drivers", "lists them"),
                Help.of("faults", Group.SYSTEM, "[number]", "tells which processes failed, or all about one failure").example("faults 1", "tells all about the first one"),
                Help.of("free", Group.SYSTEM, "", "tells how memory is used").example("free", "tells it"),
                Help.of("log", Group.SYSTEM, "", "tells what the supervisor did").example("log", "tells it"),
                Help.of("ping", Group.SYSTEM, "address", "asks a station of the network whether it is there").example("ping 10.0.2.2", "asks the host"),
                Help.of("ps", Group.SYSTEM, "", "lists the processes of the system").example("ps", "lists them"),
                Help.of("restart", Group.SYSTEM, "process", "has a process made anew").example("restart files", "does so to the file server"),
                Help.of("shutdown", Group.SYSTEM, "[status]", "switches the machine off").example("shutdown", "does so"),
                Help.of("sync", Group.SYSTEM, "", "waits until all that was written survives a loss of power").example("sync", "does so"),
                Help.of("top", Group.SYSTEM, "[-b] [-d seconds] [-n count]", "shows on the whole screen who uses processor and memory").option("-b", "as plain text").option("-d seconds", "between two looks").option("-n count", "as many looks")
                        .example("top", "until q is pressed"),
                Help.of("trace", Group.SYSTEM, "[-n count] process service", "shows messages between a process and a server of it").option("-n count", "ends after so many")
                        .example("trace -n 5 files disk", "shows five between the file server and its disk"),
                Help.of("uptime", Group.SYSTEM, "", "tells how long the system runs").example("uptime", "tells it"));
    }
}
