package peaberry.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.sh.builtins.Builtins;
import peaberry.sh.help.Help;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Source;

class ShellCompleterTest {

    private final MemorySystem system = new MemorySystem();
    private final Shell shell = new Shell(system, Builtins.all(), "sh", "/here");
    private final Completer completer = new ShellCompleter(shell, name -> name.equals("sort")
            ? Help.of("sort", Help.Group.TEXT, "", "").option("-n, --numeric-sort", "").option("-k, --key=KEY", "") : null);

    @BeforeEach
    void makeFiles() {
        system.program("/bin/sort");
        system.program("/bin/sortable");
        system.write("/bin/sorted.txt", "");
        system.write("/here/notes.txt", "");
        system.write("/here/my file", "");
        system.write("/here/my $cost", "");
        system.write("/here/.hidden", "");
        system.write("/here/deep/er/file", "");
        system.program("/here/deep/run");
        shell.set("PATH", "/bin");
        shell.set("HOME", "/here");
        shell.set("HOMEWORK", "none");
        shell.interpreter().read(Source.of("greet() { echo hello; }\n"));
    }

    /** Candidates, with what ends the only one; what stands before the word is as it was. */
    private void completes(String line, String... expected) {
        Completion completion = completer.complete(line);
        List<String> lines = completion.candidates().stream().map(candidate -> line.substring(0, completion.start()) + candidate
                + (completion.candidates().size() == 1 ? completion.ending() : "")).toList();
        assertEquals(List.of(expected), lines, line);
    }

    @Test
    void commandsAreBuiltinsFunctionsAndPrograms() {
        completes("sort", "sort", "sortable");
        completes("gre", "greet ");
        completes("pri", "printf ");
        completes("ls; gre", "ls; greet ");
        completes("x=1 gre", "x=1 greet ");
        completes("if gre", "if greet ");
        completes("echo $(gre", "echo $(greet ");
        completes("echo a | sorta", "echo a | sortable ");
        completes("nosuch");
    }

    @Test
    void filesAreArgumentsAndTargets() {
        completes("cat no", "cat notes.txt ");
        completes("cat de", "cat deep/");
        completes("cat deep/", "cat deep/er/", "cat deep/run");
        completes("cat /here/deep/er/f", "cat /here/deep/er/file ");
        completes("cat ~/no", "cat ~/notes.txt ");
        completes("cat < no", "cat < notes.txt ");
        completes("echo a 2> no", "echo a 2> notes.txt ");
        completes("cat >no", "cat >notes.txt ");
        completes("cat .h", "cat .hidden ");
        completes("deep/r", "deep/run ");
        completes("cd n");
        completes("cd d", "cd deep/");
        completes("echo $(cat a) no", "echo $(cat a) notes.txt ");
    }

    @Test
    void whatNeedsQuotesGetsThem() {
        completes("cat my\\ f", "cat my\\ file ");
        completes("cat my", "cat my\\ \\$cost", "cat my\\ file");
        completes("cat \"my f", "cat \"my file\" ");
        completes("cat \"my $nosuch");
        completes("cat \"my \\$", "cat \"my \\$cost\" ");
        completes("cat 'my $", "cat 'my $cost' ");
        completes("cat 'de", "cat 'deep/");
    }

    @Test
    void variablesAreCompletedWhereTheyCount() {
        completes("echo $HOMEW", "echo $HOMEWORK");
        completes("echo $HOM", "echo $HOME", "echo $HOMEWORK");
        completes("echo ${HOMEW", "echo ${HOMEWORK}");
        completes("echo \"a $HOMEW", "echo \"a $HOMEWORK");
        completes("echo '$HOMEW");
        completes("cat $HOME/no");
    }

    @Test
    void optionsComeFromTheHelp() {
        completes("sort --n", "sort --numeric-sort ");
        completes("sort -", "sort --key=", "sort --numeric-sort", "sort -k", "sort -n");
        completes("cat -");
        completes("# no");
    }
}
