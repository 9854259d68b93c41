package peaberry.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryFileTest {

    private static final String PATH = "/here/.sh_history";

    private final MemorySystem system = new MemorySystem();

    private List<String> read(int most) throws IOException {
        History history = new History();
        new HistoryFile(system, PATH).read(history, most);
        return history.lines();
    }

    @Test
    void whatIsNotWorthItIsLeftOut() {
        History history = new History();
        history.limit(3);
        assertTrue(history.add("ls"));
        assertFalse(history.add("ls"));
        assertFalse(history.add(" secret"));
        assertFalse(history.add(""));
        assertTrue(history.add("pwd"));
        assertTrue(history.add("ls"));
        assertTrue(history.add("last"));
        assertEquals(List.of("pwd", "ls", "last"), history.lines());
    }

    @Test
    void linesComeBackAsTheyWere() throws IOException {
        HistoryFile file = new HistoryFile(system, PATH);
        file.append("echo 'a\nb\\n'");
        file.append("ls");
        assertEquals(List.of("echo 'a\nb\\n'", "ls"), read(10));
    }

    /** Whatever was written of a line, it is none, and those before and after it are whole. */
    @Test
    void aHalfWrittenLineDoesNoHarm() throws IOException {
        String line = "echo half\\nof it\n";
        for (int written = 1; written < line.length(); written++) {
            system.write(PATH, "before\n" + line.substring(0, written));
            assertEquals(List.of("before"), read(10));
            HistoryFile next = new HistoryFile(system, PATH);
            next.read(new History(), 10);
            next.append("after");
            assertEquals(List.of("before", "after"), read(10));
        }
    }

    @Test
    void aLongFileIsShortened() throws IOException {
        HistoryFile file = new HistoryFile(system, PATH);
        for (int i = 0; i < 25; i++) {
            file.append("line " + i);
        }
        List<String> last = IntStream.range(15, 25).mapToObj(i -> "line " + i).toList();
        assertEquals(last, read(10));
        assertEquals(String.join("\n", last) + "\n", system.text(PATH));
    }

    /** The power may go before any byte that is written while a file is shortened. */
    @Test
    void shorteningLosesNothing() throws IOException {
        StringBuilder all = new StringBuilder();
        IntStream.range(0, 9).forEach(i -> all.append("line ").append(i).append('\n'));
        List<String> last = IntStream.range(6, 9).mapToObj(i -> "line " + i).toList();
        int budget = 0;
        boolean isDone = false;
        while (!isDone) {
            system.write(PATH, all.toString());
            system.write(PATH + ".new", "");
            system.failAfter(budget++);
            try {
                read(3);
                isDone = true;
            } catch (IOException lost) {
                isDone = false;
            }
            system.failAfter(Integer.MAX_VALUE);
            assertEquals(last, read(3), "after " + budget);
        }
        assertTrue(budget > 40, "it was interrupted");
    }
}
