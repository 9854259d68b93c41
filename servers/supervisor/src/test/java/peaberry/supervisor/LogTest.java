package peaberry.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.runtime.Text;
import peaberry.standin.Texts;
import peaberry.system.SystemControl;

class LogTest {

    private static final int LINES = 96;

    private final KeptMemory machine = new KeptMemory();

    @Test
    void linesAreKeptInOrderWithTheirTimes() {
        machine.ticks = 5;
        Log.write(Log.line().append("one"));
        machine.ticks = 6;
        Log.write(Log.line().append("two"));
        assertEquals(List.of("5 one", "6 two"), all());
    }

    @Test
    void theOldestAreForgotten() {
        fill(LINES + 2);
        assertEquals(LINES, Log.size());
        assertEquals("0 line 2", all().getFirst());
        assertEquals("0 line " + (LINES + 1), all().getLast());
    }

    @Test
    void whatIsTooLongIsCut() {
        Log.write(Log.line().append("x".repeat(300)));
        assertTrue(all().getFirst().matches("0 x{180,}"), all().getFirst());
    }

    @Test
    void aSupervisorThatFailsInTheMidstSpoilsOneLineAtMost() {
        fill(LINES);
        List<String> before = all();
        int writes = 0;
        while (!machine.survives(writes, () -> Log.write(Log.line().append("the next one")))) {
            Kept.open();
            List<String> after = all();
            assertEquals(before.subList(1, LINES), after.subList(1, LINES));
            writes++;
        }
        assertTrue(writes > "the next one".length(), writes + " writes");
        assertEquals("0 the next one", all().getLast());
        assertEquals(before.subList(1, LINES), all().subList(0, LINES - 1));
    }

    private static void fill(int lines) {
        for (int i = 0; i < lines; i++) {
            Log.write(Log.line().append("line ").decimal(i));
        }
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Log.size(); i++) {
            all.add(Log.ticks(i) + " " + Texts.string(Log.appendTo(new Text(SystemControl.MAX_TEXT), i)));
        }
        return all;
    }
}
