package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Utf8;

/** Commands that come from standard input, where what they do not read of it is for them. */
class StandardInputTest {

    @TempDir
    private Path directory;

    private String output(String input, String... arguments) throws IOException {
        PosixSystem system = new PosixSystem();
        Channel in = system.document(Utf8.encode(input));
        try (Closing out = new Closing(PosixChannel.inMemory())) {
            Invocation shell = new Invocation(system, "sh", directory.toString(), List.of("PATH=/usr/bin:/bin"), Map.of(0, in, 1, out.channel().duplicate()));
            shell.run(List.of(arguments));
            return Utf8.decode(out.channel().content());
        }
    }

    private record Closing(PosixChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            channel.close();
        }
    }

    @Test
    void commandsAndTheirInputTakeTurns() throws IOException {
        assertEquals("got one\nend\n", output("read x\none\necho got $x\necho end\n"));
    }

    @Test
    void aProgramReadsTheRest() throws IOException {
        assertEquals("a\nb\n", output("cat\na\nb\n"));
    }

    @Test
    void argumentsMayBeGiven() throws IOException {
        assertEquals("2 b\n", output("echo $# $2\n", "-s", "a", "b"));
    }

    @Test
    void aCommandMayHaveSeveralLines() throws IOException {
        assertEquals("1\n2\ndoc\n", output("for i in 1 2\ndo\n  echo $i\ndone\ncat <<E\ndoc\nE\n"));
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertEquals("a\n", output("echo a"));
    }

    @Test
    void aConversationGoesOnAfterErrors() throws IOException {
        assertEquals("1\n2 2\n3 2\n2 4\n5 127\n6\n", output("echo 1\nfi; echo no\necho 2 $?\necho ${u?}; echo no\necho 3 $?\nreadonly r=1\nr=2; echo no\necho $? 4\n"
                + "nonexistent-command\necho 5 $?\nif ) then\nbreak\necho 6\nexit 3\necho no\n", "-i"));
    }
}
