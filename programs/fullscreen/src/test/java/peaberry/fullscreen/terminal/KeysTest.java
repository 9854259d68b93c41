package peaberry.fullscreen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.fullscreen.less.Bytes;
import peaberry.fullscreen.terminal.Key.Modifier;
import peaberry.fullscreen.terminal.Key.Name;

/** From bytes to keys. */
class KeysTest {

    private static final long SEED = 6;

    private static List<Event> keys(byte[] bytes) throws IOException {
        Keys keys = new Keys(new Bytes(bytes));
        List<Event> events = new ArrayList<>();
        Event event = keys.next();
        while (!(event instanceof Event.Closed)) {
            events.add(event);
            event = keys.next();
        }
        return events;
    }

    private static List<Event> keys(String text) throws IOException {
        return keys(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void charactersAreThoseOfUtf8() throws IOException {
        assertEquals(List.of(Key.character('a'), Key.character('ä'), Key.character('世'), Key.character(0x1f600)), keys("aä世😀"));
        assertEquals(List.of(Key.character(0xdcff), Key.character(0xdcc3), Key.character('a')), keys(new byte[] {(byte) 0xff, (byte) 0xc3, 'a'}));
    }

    @Test
    void controlCharactersAreKeys() throws IOException {
        assertEquals(List.of(Key.of(Name.ENTER), Key.of(Name.TAB), Key.of(Name.BACKSPACE), Key.of(Name.BACKSPACE), Key.control('X'), Key.control('_'), Key.control('@')),
                keys("\r\t\b\177\030\037\0"));
    }

    @Test
    void sequencesAreKeys() throws IOException {
        assertEquals(List.of(Key.of(Name.UP), Key.of(Name.DOWN), Key.of(Name.RIGHT), Key.of(Name.LEFT), Key.of(Name.HOME), Key.of(Name.END)), keys("\033[A\033[B\033OC\033[D\033[H\033[4~"));
        assertEquals(List.of(Key.of(Name.PAGE_UP), Key.of(Name.PAGE_DOWN), Key.of(Name.DELETE), Key.of(Name.INSERT)), keys("\033[5~\033[6~\033[3~\033[2~"));
        assertEquals(List.of(Key.of(Name.RIGHT).with(Modifier.CONTROL), Key.of(Name.UP).with(Modifier.ALT), Key.of(Name.TAB).with(Modifier.SHIFT)), keys("\033[1;5C\033[1;3A\033[Z"));
        assertEquals(List.of(new Key(Name.FUNCTION, 1, Modifier.NONE), new Key(Name.FUNCTION, 5, Modifier.NONE)), keys("\033OP\033[15~"));
    }

    @Test
    void escapeTwiceIsThatKeyAndOnceItIsAlt() throws IOException {
        assertEquals(List.of(Key.of(Name.ESCAPE), Key.character('x').with(Modifier.ALT), Key.character('ä').with(Modifier.ALT)), keys("\033\033\033x\033ä"));
    }

    @Test
    void aTerminalSaysWhereItsCursorIs() throws IOException {
        assertEquals(List.of(new Event.Size(24, 80), Key.character('q')), keys("\033[24;80Rq"));
    }

    @Test
    void whatIsPastedIsText() throws IOException {
        assertEquals(List.of(Key.character('a'), Key.character('\n'), Key.character('\t'), Key.character('b'), Key.character('\n'), Key.control('X')),
                keys("\033[200~a\r\n\t\030\033[Ab\n\033[201~\030"));
        assertEquals(List.of(Key.character('a'), Key.control('X')), keys("\033[200~a\003\030"));
    }

    @Test
    void whatHasNoMeaningIsUnknownAndWhatFollowsIsNot() throws IOException {
        assertEquals(List.of(Key.of(Name.UNKNOWN), Key.character('q')), keys("\033[99~q"));
        assertEquals(List.of(Key.of(Name.UNKNOWN), Key.character('q')), keys("\033[" + "1;".repeat(100) + "~q"));
    }

    /** Whatever comes, it comes to an end. */
    @Test
    void anyBytesAreKeys() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextBoolean() ? "\033[;0125~RO".charAt(random.nextInt(10)) : random.nextInt(256));
            }
            assertEquals(true, keys(bytes).size() <= bytes.length, "seed " + SEED);
        }
    }
}
