package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell with POSIX's language, an ordinary Java program, at a terminal of the guest: tests/src/test/systems/sh. */
class PosixShellTest {

    private static final Pattern PROMPT = Pattern.compile("\\$ ");

    @TempDir
    private Path folder;

    private ConsoleSession session;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        session = ConsoleSession.run(Machine.Q35, "--memory", "256M", "--system", TestSystem.of("sh", folder).folder().toString());
        session.expect("$ ");
    }

    @AfterEach
    void stop() {
        session.close();
    }

    private void prints(String expected, String command) throws IOException, InterruptedException {
        assertEquals(expected, session.enter(command, PROMPT).replace("\r\n", "\n"), command);
    }

    @Test
    void commandsRunWithPipesFilesAndSubshells() throws IOException, InterruptedException {
        prints("42\n", "x=5; echo $((x * 8 + 2))");
        prints("1: line\n2: line\n", "for i in 1 2; do echo line $i; done | while read a b; do echo \"$b: $a\"; done");
        prints("nested deep\n", "echo $(echo nested $(echo deep))");
        prints("", "echo some text > /notes; (echo more; echo and more) >> /notes");
        prints("some text/more/and more/\n", "while read line; do printf '%s/' \"$line\"; done < /notes; echo");
        prints("/lost+found\n/notes\n", "printf '%s\\n' /*");
        prints("      1 12\n      2 5\n", "printf '5\\n12\\n5\\n' | sort -n | uniq -c | sort -r -k 2 | grep -v x | sort");
        prints("", "{ echo first; seq 2; echo last; } > /mixed");
        prints("first\n1\n2\nlast\n", "cat /mixed");
        prints("first\n1\n", "cat /mixed | { head -n 2; cat > /dev/null; }");
        prints("2\n", "seq 3000 | { head -n 1 > /dev/null; wc -l > /rest; }; [ $(cat /rest) -gt 0 ] && echo 2");
        prints("/lost+found\n", "cd /lost+found; sh -c pwd; cd /");
        prints("inner 3\n", "sh -c 'echo inner $1; exit 3' sh 3");
        prints("3\n", "echo $?");
        session.type("sh <<end\r");
        session.expect("> ");
        session.type("echo from a document\r");
        session.expect("> ");
        prints("from a document\n", "end");
        session.type("exit 7\r");
        assertEquals(7, session.status());
    }

    /** What the tools say of files is what the file server says. */
    @Test
    void filesAreMadeChangedFoundAndTakenAway() throws IOException, InterruptedException {
        prints("", "mkdir -p /desk/sub/deep && cd /desk && echo hello > one && seq 1000 > two && ln -s one link");
        prints("", "chmod 640 one; chmod u+x,go= two; chown 5:6 two; touch -d '2020-01-02 03:04:05.5' one two sub");
        prints("total 6\nlrwxrwxrwx one\n-rw-r----- 1 0 0 6 Jan 2 2020 one\ndrwxr-xr-x 3 0 0 1024 Jan 2 2020 sub\n-rwx------ 1 5 6 3893 Jan 2 2020 two\n",
                "ls -l | tr -s ' ' | while read -r a b c d e f g h i j k; do [ \"$k\" ] && echo $a $k || echo $a $b $c $d $e $f $g $h $i; done");
        prints("link  one  sub\ttwo\n", "ls");
        prints("640 0:0 1 6 2020-01-02 03:04:05.500000000 +0000\n", "stat -c '%a %u:%g %h %s %y' one");
        prints("", "ln one name; cp -a . ../copy; cp two sub/deep");
        prints("2 /copy/name\n2 /copy/one\n1 /copy/link\n5 /copy/two\n", "cd /copy; stat -c '%h /copy/%n' name one link; stat -c '%u /copy/%n' two");
        prints("one\nThu Jan  2 03:04:05 UTC 2020\n", "readlink link; date -r one");
        prints("/copy/one\n/bin/ls\n", "realpath link; which ls");
        prints("renamed '/copy/two' -> '/desk/two'\n", "mv -v /copy/two /desk");
        prints("/copy\n/copy/link\n/copy/name\n/copy/one\n/copy/sub\n/copy/sub/deep\n", "find /copy");
        prints("/desk/sub/deep/two\n/desk/two\n", "find /desk -type f -size +1k");
        prints("3893 /desk/sub/deep/two\n", "find /desk/sub -name 'tw?' -exec wc -c {} +");
        prints("4\t/desk/sub/deep/two\n5\t/desk/sub/deep\n6\t/desk/sub\n", "cmp /desk/two /desk/sub/deep/two && du -a /desk/sub");
        prints("mv: /copy: a directory cannot be within itself\n", "mv /copy /copy/sub");
        prints("rmdir: /copy: the directory is not empty\n", "rmdir /copy");
        prints("rm: /copy: is a directory\n", "rm /copy");
        prints("removed 'sub/deep/two'\nremoved directory 'sub/deep'\nremoved directory 'sub'\n", "cd /desk; rm -rv sub");
        prints("", "find /copy /desk -depth -delete; cd /");
        prints("/lost+found\n", "echo /*");
        prints("/\n", "df -k / | while read a b c d place; do [ $a = 1K-blocks ] || echo $place; done");
    }

    @Test
    void whatIsWrongEndsACommandAndNotTheShell() throws IOException, InterruptedException {
        prints("sh: 1: syntax error: ) is not expected here\n", ")");
        prints("sh: 1: nosuch: not found\n", "nosuch");
        prints("127\n", "echo $?");
        prints("sh: 3: x: parameter not set\n", "set -u; echo $x; echo not reached");
        prints("sh: 1: cannot open /nowhere: no such file or directory\n", "echo < /nowhere");
        prints("still here\n", "echo still here");
    }

    @Test
    void controlCEndsWhatRunsInFrontOfTheTerminal() throws IOException, InterruptedException {
        session.type("sh -c 'echo runs; while :; do :; done'\r");
        session.expect("runs\r\n");
        session.type("\3");
        session.expect("^C\r\n");
        session.expect("$ ");
        prints("130\n", "echo $?");
    }

    @Test
    void whatAProgramInFrontReadsIsTypedForIt() throws IOException, InterruptedException {
        session.type("x=$(head -n 1)\r");
        session.expect("\n");
        session.type("typed for head\r");
        session.expect("$ ");
        prints("got typed for head\n", "echo got $x");
        session.type("cat | while read line; do echo \"<$line>\"; done\r");
        session.expect("\n");
        session.type("one\r");
        session.expect("<one>\r\n");
        session.type("\4");
        session.expect("$ ");
    }

    @Test
    void manyProgramsInTheBackgroundLeaveRoomForOthers() throws IOException, InterruptedException {
        prints("", "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do seq 3 > /dev/null & wait; done");
        prints("", "seq 1 > /dev/null & seq 1 > /dev/null & seq 1 > /dev/null & seq 1 > /dev/null & wait");
        prints("done\n", "echo done | cat");
    }

    /** What is read cannot be changed through that. */
    @Test
    void wrongRedirectionsAreTold() throws IOException, InterruptedException {
        prints("sh: 1: cannot open /lost+found: is a directory\n", "cat < /lost+found");
        prints("sh: 2: cannot create /lost+found: is a directory\n", "echo > /lost+found");
    }

    /** A program that knows nothing of Peaberry. */
    @Test
    void anOrdinaryProgramHasArgumentsStreamsAndAStatus() throws IOException, InterruptedException {
        prints("arguments: one, two words\n{\n=1, a=2, b=1}\n", "echo aba | hello one 'two words'");
        prints("arguments: x\n{a=1}\n", "printf a > /a; hello x < /a");
        prints("3\n", "echo $?");
        prints("", "hello y < /a > /b");
        prints("arguments: y\n{a=1}\n", "while read line; do echo \"$line\"; done < /b");
        String trace = session.enter("hello < /dev/null", PROMPT).replace("\r\n", "\n");
        assertEquals("arguments: \n{}\nException in thread \"main\" java.lang.IllegalStateException: no arguments\n\tat visitor.Hello.main(Hello.java:24)\n",
                trace.replaceFirst("(?s)(main\\(Hello.java:\\d+\\)\n).*", "$1"));
        prints("1\n", "echo $?");
    }
}
