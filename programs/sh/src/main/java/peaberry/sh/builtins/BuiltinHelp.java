package peaberry.sh.builtins;

import java.util.List;
import peaberry.sh.help.Help;
import peaberry.sh.help.Help.Group;

/** What is told of each builtin. */
public final class BuiltinHelp {

    private BuiltinHelp() {}

    /** In the order in which they are listed. */
    public static List<Help> all() {
        return List.of(
                Help.of("help", Group.SHELL, "[name ...]", "tells what commands there are, or all about some of them").example("help cd", "tells what cd does"),
                Help.of("history", Group.SHELL, "[count]", "lists the lines that were typed, or the last ones of them").example("history 20", "lists the last 20 lines"),
                Help.of("cd", Group.FILES, "[-L | -P] [directory | -]", "goes to a directory, at first to HOME").option("-L", "keeps links in the path").option("-P", "follows links")
                        .example("cd /notes", "goes to /notes").example("cd -", "goes back to where one was before"),
                Help.of("pwd", Group.FILES, "[-L | -P]", "writes the path of the directory where one is").option("-L", "with links").option("-P", "without links").example("pwd", "writes the path"),
                Help.of("echo", Group.TEXT, "[-n] [text ...]", "writes its arguments with blanks between them").option("-n", "without a line feed at the end").example("echo \"$HOME\"", "writes a variable"),
                Help.of("printf", Group.TEXT, "format [argument ...]", "writes arguments in the form that a format says").example("printf '%5d %s\\n' 7 seven", "writes a number in five columns, and a word"),
                Help.of("read", Group.VARIABLES, "[-r] [-p prompt] name ...", "reads a line and divides it among variables").option("-p prompt", "shows a prompt first, at a terminal")
                        .option("-r", "leaves backslashes as they are").example("read first rest", "sets first to the first word, and rest to the others"),
                Help.of("export", Group.VARIABLES, "[-p] [name[=value] ...]", "gives variables to the programs that are started").option("-p", "lists what is given").example("export EDITOR=edit", "sets a variable, and gives it on"),
                Help.of("readonly", Group.VARIABLES, "[-p] [name[=value] ...]", "keeps variables from being changed").option("-p", "lists these").example("readonly limit=5", "sets a variable for good"),
                Help.of("local", Group.VARIABLES, "name[=value] ...", "makes variables local to a function").example("local count=0", "begins with 0, in this function only"),
                Help.of("unset", Group.VARIABLES, "[-f | -v] name ...", "takes variables or functions away").option("-f", "functions").option("-v", "variables").example("unset x", "x is not set any more"),
                Help.of("set", Group.VARIABLES, "[-abCefmnuvx] [-o option] [-- argument ...]", "sets options, or the positional parameters; lists variables without arguments")
                        .option("-a", "exports what is assigned").option("-b", "tells of jobs that end, before the next prompt").option("-C", "> does not overwrite files").option("-e", "ends the shell when a command fails")
                        .option("-f", "does not expand pathnames").option("-m", "controls jobs").option("-n", "reads commands without running them").option("-u", "a parameter that is not set is an error")
                        .option("-v", "shows lines as they are read").option("-x", "shows commands as they run").option("-o option", "sets an option by its name; lists them without one")
                        .example("set -e", "the next command that fails ends the shell").example("set -- a b c", "$1 is a from now on"),
                Help.of("shift", Group.VARIABLES, "[count]", "drops the first positional parameters").example("shift", "$2 becomes $1"),
                Help.of("getopts", Group.VARIABLES, "letters name [argument ...]", "reads the next option of a script").example("getopts ab: option", "sets option to a, or to b and OPTARG to its value"),
                Help.of("test", Group.FLOW, "[expression]", "says by its status whether something is true").example("test -d /notes", "succeeds if /notes is a directory"),
                Help.of("[", Group.FLOW, "[expression] ]", "is test, with a bracket at its end").example("[ \"$x\" -gt 5 ] && echo more", "compares numbers"),
                Help.of("true", Group.FLOW, "", "succeeds").example("while true; do date; done", "goes on for ever"),
                Help.of("false", Group.FLOW, "", "fails").example("false || echo failed", "writes failed"),
                Help.of(":", Group.FLOW, "[argument ...]", "does nothing, and succeeds").example(": ${x:=5}", "sets x to 5 if it is not set"),
                Help.of("break", Group.FLOW, "[levels]", "leaves loops").example("break 2", "leaves two loops"),
                Help.of("continue", Group.FLOW, "[levels]", "goes on with the next pass of a loop").example("continue", "begins the next pass"),
                Help.of("return", Group.FLOW, "[status]", "leaves a function, or a script that . reads").example("return 1", "leaves it with status 1"),
                Help.of("exit", Group.FLOW, "[status]", "ends the shell").example("exit 3", "ends it with status 3"),
                Help.of("eval", Group.FLOW, "[text ...]", "runs its arguments as commands").example("eval \"$command\"", "runs what is in a variable"),
                Help.of(".", Group.FLOW, "file", "runs the commands of a file in this shell").example(". ./settings", "runs them here, so that variables stay set"),
                Help.of("exec", Group.FLOW, "[command [argument ...]]", "runs a program in place of the shell, or keeps redirections").example("exec 3< notes", "opens a file as number 3"),
                Help.of("command", Group.FLOW, "[-p] [-v | -V] name [argument ...]", "runs a command that is no function, or tells what it is").option("-p", "finds it in the usual places")
                        .option("-v", "writes what would be run").option("-V", "tells it in words").example("command -v grep", "writes the path of grep"),
                Help.of("type", Group.FLOW, "name ...", "tells what commands are").example("type cd", "tells that cd is built in"),
                Help.of("jobs", Group.JOBS, "[-l | -p] [job ...]", "lists the jobs that run or are stopped").option("-l", "with the numbers of their processes").option("-p", "only the numbers of their first processes")
                        .example("jobs -l", "lists them with numbers"),
                Help.of("fg", Group.JOBS, "[job]", "has a job go on in front of the terminal").example("fg %1", "brings job 1 to the front"),
                Help.of("bg", Group.JOBS, "[job ...]", "has stopped jobs go on in the background").example("bg", "has the job go on that was stopped last"),
                Help.of("wait", Group.JOBS, "[job | process ...]", "waits for jobs in the background").example("wait %1", "waits for job 1, and ends with its status"),
                Help.of("kill", Group.JOBS, "[-s signal | -signal] job | number ... | -l [status ...]", "sends a signal, at first TERM").option("-s signal", "by its name").option("-l", "lists the names")
                        .example("kill %1", "ends job 1").example("kill -STOP %1", "stops it").example("kill 12", "ends the program that ps shows with this number"),
                Help.of("trap", Group.JOBS, "[action signal ...]", "says what is done when a signal comes, or at the end").example("trap 'echo over' EXIT", "says so at the end")
                        .example("trap '' INT", "has Ctrl-C do nothing"),
                Help.of("times", Group.JOBS, "", "tells how much processor time was used").example("times", "tells it for the shell, and for what it started"));
    }
}
