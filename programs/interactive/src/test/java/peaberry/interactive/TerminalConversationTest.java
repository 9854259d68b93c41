package peaberry.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peaberry.sh.Invocation;
import peaberry.sh.builtins.Builtins;
import peaberry.sh.run.Builtin;
import peaberry.sh.system.Channel;

/** A shell from its start to its end at a terminal that is played. */
class TerminalConversationTest {

    private final MemorySystem system = new MemorySystem();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private int columns = 40;
    private boolean readsKeys;
    private boolean wasRead;

    private final TerminalModes modes = new TerminalModes() {
        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public void readKeys() {
            readsKeys = true;
            wasRead = true;
        }

        @Override
        public void readLines() {
            readsKeys = false;
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public int rows() {
            return columns == 0 ? 0 : 10;
        }

        @Override
        public boolean isAtLineStart() {
            return printed.toString(StandardCharsets.UTF_8).isEmpty() || printed.toString(StandardCharsets.UTF_8).endsWith("\n");
        }
    };

    private final Channel output = new Channel() {
        @Override
        public int read(byte[] into, int offset, int length) {
            return -1;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            printed.write(from, offset, length);
        }

        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public void close() {
            // It is only memory.
        }
    };

    private int run(String typed, String... environment) {
        Map<String, Builtin> builtins = Builtins.all();
        builtins.put("history", new HistoryBuiltin());
        Channel input = MemorySystem.reading(typed.getBytes(StandardCharsets.UTF_8));
        return new Invocation(system, builtins, "sh", "/here", List.of(environment), Map.of(0, input, 1, output, 2, output))
                .converseBy(shell -> new TerminalConversation(shell, modes, name -> null)).run(List.of());
    }

    /** What a person sees in the end. */
    private String seen() {
        Screen screen = new Screen(40, 20);
        screen.print(printed.toString(StandardCharsets.UTF_8));
        assertFalse(screen.marksPastes);
        return screen.text();
    }

    @Test
    void commandsAreEditedAndRun() {
        assertEquals(3, run("eco\33[Dh\33[C hi\5 \10\rfoo() {\recho fo\to\r}\rfoo\rexit 3\r"));
        assertEquals("/here $ echo hi\nhi\n/here $ foo() {\n> echo foo\n> }\n/here $ foo\nfoo\n/here $ exit 3", seen());
        assertFalse(readsKeys);
    }

    @Test
    void aStatusThatIsNotNullIsInThePrompt() {
        run("false\r(exit 7)\r\3x\25\4", "HOME=/here");
        assertEquals("~ $ false\n1 ~ $ (exit 7)\n7 ~ $ ^C\n130 ~ $", seen());
    }

    @Test
    void thePromptIsExpanded() {
        run("PS1='[$x \\w \\u@\\h]\\$ '; x=5\rx='$(y) \\\\w'\rPS2='${x#?}more '\recho '\r'\r", "USER=ann");
        assertEquals("/here $ PS1='[$x \\w \\u@\\h]\\$ '; x=5\n[5 /here ann@peaberry]$ x='$(y) \\\\w'\n[$(y) \\\\w /here ann@peaberry]$ PS2='${x#\n?}more '\n[$(y) \\\\w /here ann@peaberry]$ echo '\n(y) \\\\wmore '", seen().replaceAll("(?s)\n\n.*", ""));
    }

    @Test
    void whatDoesNotEndItsLineIsNotOverwritten() {
        run("printf abc\rexit\r");
        assertEquals("/here $ printf abc\nabc\n/here $ exit", seen());
    }

    @Test
    void theHistoryLasts() {
        run("echo one\r secret\recho one\recho 'two\rlines'\r", "HOME=/here");
        assertEquals("echo one\necho 'two\\nlines'\n", system.text("/here/.sh_history"));
        printed.reset();
        run("\33[A\33[A\33[A\rhistory\rhistory 1\r", "HOME=/here");
        assertEquals("~ $ echo one\none\n~ $ history\n    1  echo one\n    2  echo 'two\nlines'\n    3  echo one\n    4  history\n~ $ history 1\n    5  history 1\n~ $", seen());
        printed.reset();
        run("HISTFILE=/here/other\recho x\rHISTSIZE=1\recho y\rhistory\r", "HOME=/here");
        assertEquals("history\n", system.text("/here/other"));
        assertEquals("~ $ history\n    1  history\n~ $", seen().substring(seen().lastIndexOf("~ $ history\n")));
    }

    @Test
    void aDumbTerminalGetsNoSequences() {
        run("echo hi\necho '\n'\n", "TERM=dumb");
        assertEquals("$ hi\n$ > \n\n$ ", printed.toString(StandardCharsets.UTF_8));
        assertFalse(wasRead);
        printed.reset();
        columns = 0;
        run("echo hi\n");
        assertEquals("$ hi\n$ ", printed.toString(StandardCharsets.UTF_8));
        assertFalse(wasRead);
    }
}
