package peaberry.fullscreen.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A text that is changed, and changed back. */
class ChangesTest {

    private static final long SEED = 6;
    private static final String[] PIECES = {"a", "", "\n", "two words", "one\ntwo\n\nfour", "😀", "\n\n"};

    private final TextBuffer text = new TextBuffer();
    private final Changes changes = new Changes(text);

    private String all() {
        return text.text(Position.START, text.end());
    }

    private Position at(int index) {
        String before = all().substring(0, index);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, index - before.lastIndexOf('\n') - 1);
    }

    /** An index that is not within a character. */
    private int place(Random random) {
        int index = random.nextInt(all().length() + 1);
        return index < all().length() && Character.isLowSurrogate(all().charAt(index)) ? index + 1 : index;
    }

    @Test
    void anyChangesAreThoseOfAStringAndCanBeTakenBack() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            Deque<String> before = new ArrayDeque<>();
            for (int step = 0; step < 40; step++) {
                String now = all();
                int first = place(random);
                int second = random.nextInt(3) == 0 ? place(random) : first;
                int from = Math.min(first, second);
                int to = Math.max(first, second);
                String put = PIECES[random.nextInt(PIECES.length)];
                if (from == to && put.isEmpty()) {
                    continue;
                }
                changes.close();
                Position end = changes.replace(at(from), at(to), put, at(from));
                String expected = now.substring(0, from) + put + now.substring(to);
                assertEquals(expected, all(), "seed " + SEED);
                assertEquals(at(from + put.length()), end);
                before.push(now);
                if (random.nextInt(4) == 0) {
                    changes.undo();
                    assertEquals(now, all());
                    changes.redo();
                    assertEquals(expected, all());
                    if (random.nextBoolean()) {
                        changes.undo();
                        before.pop();
                    }
                }
            }
            if (round % 10 == 0) {
                while (!before.isEmpty()) {
                    changes.undo();
                    assertEquals(before.pop(), all(), "seed " + SEED);
                }
            }
        }
    }

    @Test
    void whatIsTypedInARowIsOneChange() {
        changes.replace(at(0), at(0), "a", at(0));
        changes.replace(at(1), at(1), "b", at(1));
        changes.replace(at(2), at(2), "c", at(2));
        changes.replace(at(2), at(3), "", at(3));
        changes.replace(at(1), at(2), "", at(2));
        assertEquals("a", all());
        assertEquals(new Position(0, 3), changes.undo());
        assertEquals("abc", all());
        assertEquals(Position.START, changes.undo());
        assertEquals("", all());
        assertNull(changes.undo());
        changes.redo();
        assertEquals("abc", all());
    }

    @Test
    void itIsKnownWhetherTheTextIsAsItWasSaved() {
        assertTrue(changes.areSaved());
        changes.replace(at(0), at(0), "a", at(0));
        assertFalse(changes.areSaved());
        changes.noteSaved();
        changes.replace(at(1), at(1), "b", at(1));
        assertFalse(changes.areSaved());
        changes.undo();
        assertTrue(changes.areSaved());
        changes.undo();
        assertFalse(changes.areSaved());
        changes.redo();
        assertTrue(changes.areSaved());
        changes.undo();
        changes.replace(at(0), at(0), "c", at(0));
        assertFalse(changes.areSaved());
    }

    @Test
    void whatWasChangedLongAgoIsForgotten() {
        for (int i = 0; i < 100; i++) {
            changes.close();
            changes.replace(at(0), text.end(), "x".repeat(2000 + i), at(0));
        }
        int undone = 0;
        while (changes.undo() != null) {
            undone++;
        }
        assertTrue(undone > 20 && undone < 100, "taken back: " + undone);
    }
}
