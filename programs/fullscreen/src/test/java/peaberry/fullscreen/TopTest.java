package peaberry.fullscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import peaberry.fullscreen.top.Census;
import peaberry.fullscreen.top.Task;
import peaberry.sh.system.TerminalChannel.Mode;

/** What somebody sees who watches what runs. */
class TopTest {

    private static final int KIB = 1024;
    private static final long SECOND = 1_000_000;
    private static final String HEAD = "number  name                     state             memory KiB  CPU %      CPU s";

    private final Person person = new Person(8, 80);

    private static Task clock(long ticks) {
        return new Task(0, "clock", "receiving", 116 * KIB, ticks);
    }

    private static Task program(int number, String name, int kibibytes, long ticks) {
        return new Task(number, name, "ready", (long) kibibytes * KIB, ticks);
    }

    /** Ten seconds after the start, and a second later. */
    private void itIsBusy() {
        person.tasks(new Census(10 * SECOND, 1, 1000 * KIB, 400 * KIB, List.of(clock(SECOND), program(1, "sh", 5120, SECOND / 2), program(7, "loop", 64, 3 * SECOND))),
                new Census(11 * SECOND, 1, 1000 * KIB, 401 * KIB, List.of(clock(SECOND + SECOND / 2), program(1, "sh", 5120, SECOND / 2), program(9, "loop", 64, SECOND / 4))));
    }

    private static String row(String number, String name, String state, String memory, String share, String time) {
        String left = " ".repeat(6 - number.length()) + number + "  " + name + " ".repeat(25 - name.length()) + state;
        return left + " ".repeat(61 - left.length() - memory.length()) + memory + " ".repeat(7 - share.length()) + share + " ".repeat(11 - time.length()) + time;
    }

    @Test
    void asTextItIsPrintedAsOftenAsOneLikes() {
        itIsBusy();
        assertEquals(0, person.runsWithoutScreen("top", "-b", "-n", "2", "-d", "3"), person.errors());
        assertEquals(String.join("\n", "up 0:00:10, 1 processes, 2 programs", "memory 1000 KiB, in use 400, free 600; processor 45.0 % in use", "", HEAD,
                row("7", "loop", "ready", "64", "30.0", "3.00"), row("", "clock", "receiving", "116", "10.0", "1.00"), row("1", "sh", "ready", "5120", "5.0", "0.50"), "",
                "up 0:00:11, 1 processes, 2 programs", "memory 1000 KiB, in use 401, free 599; processor 75.0 % in use", "", HEAD,
                row("", "clock", "receiving", "116", "50.0", "1.50"), row("9", "loop", "ready", "64", "25.0", "0.25"), row("1", "sh", "ready", "5120", "0.0", "0.50"), ""), person.output());
        assertEquals(3_000_000_000L, person.files.paused());
    }

    @Test
    void theScreenIsNewEachSecondAndWithAKey() {
        itIsBusy();
        person.sees(screen -> assertEquals(row("7", "loop", "ready", "64", "30.0", "3.00"), screen.row(4)));
        person.types("M");
        person.sees(screen -> assertEquals(row("1", "sh", "ready", "5120", "5.0", "0.50"), screen.row(4)));
        person.types("N");
        person.sees(screen -> assertEquals("     7  loop", screen.row(4).substring(0, 12)));
        person.waits();
        person.sees(screen -> assertEquals("     9  loop", screen.row(4).substring(0, 12)));
        person.types("P\033[B");
        person.sees(screen -> assertEquals("clock", screen.row(4).substring(8, 13)));
        person.types("q");
        assertEquals(0, person.runs("top"), person.errors());
        assertTrue(person.isDone() && person.screen.isOrderly());
        assertEquals(Mode.LINES, person.mode());
        assertEquals("", person.screen.text());
    }

    @Test
    void whatIsTooLongForTheScreenIsScrolled() {
        Person small = new Person(6, 80);
        small.tasks(new Census(SECOND, 1, KIB, KIB, List.of(program(1, "a", 1, 3), program(2, "b", 1, 2), program(3, "c", 1, 1))));
        small.types("\033[B\033[B\033[B");
        small.sees(screen -> assertEquals("b", screen.row(4).substring(8, 9)));
        small.types("\033[A");
        small.sees(screen -> assertEquals("a", screen.row(4).substring(8, 9)));
        small.types("\003");
        assertEquals(0, small.runs("top"), small.errors());
    }

    @Test
    void itEndsByItselfIfOneWants() {
        itIsBusy();
        person.waits();
        person.sees(screen -> assertEquals("up 0:00:11, 1 processes, 2 programs", screen.row(0)));
        person.waits();
        assertEquals(0, person.runs("top", "-n", "2"), person.errors());
        assertTrue(person.isDone());
    }

    @Test
    void whatItWasNotGrantedItSays() {
        assertEquals(1, person.runs("top"));
        assertEquals(1, person.runs("top", "-n", "0"));
        assertEquals(1, person.runs("top", "-x"));
        assertEquals(1, person.runs("top", "sh"));
        assertEquals("top: nothing is to be known\ntop: -n takes a number from 1: 0\ntop: there is no option -x\ntop: too many operands: sh\n", person.errors());
    }
}
