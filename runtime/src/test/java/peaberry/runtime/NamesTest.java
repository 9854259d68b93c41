package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NamesTest {

    private static final String LONGEST = "abcdefghijklmnopqrstuvwx";

    @Test
    void aNameComesBackAsItWasPut() {
        Names.put(0, "serial");
        assertTrue(named("serial"));
        Names.put(3, LONGEST);
        Text text = new Text(Names.MAX_BYTES);
        Names.get(3, text);
        assertTrue(text.sameAs(new Text(30).append(LONGEST)));
    }

    @Test
    void textAndStringMakeTheSameWords() {
        assertTrue(Names.put(0, new Text(30).append("serial driver")));
        assertTrue(Names.is(0, "serial driver"));
    }

    @Test
    void anotherNameIsNotTheSame() {
        Names.put(0, "serial");
        assertFalse(Names.is(0, "seria"));
        assertFalse(Names.is(0, "serials"));
        assertFalse(Names.is(0, LONGEST + "y"));
    }

    @Test
    void aTextThatIsTooLongIsNoName() {
        Names.put(0, "before");
        assertFalse(Names.put(0, new Text(30).append(LONGEST + "y")));
        assertTrue(Names.is(0, "before"));
    }

    @Test
    void bytesComeBackAsTheyWereSet() {
        byte[] some = {1, -1, 127, -128, 0, 5, 6, 7, 8, 9, 10};
        Message.setBytes(1, some, some.length);
        byte[] back = new byte[some.length];
        Message.bytes(1, back, back.length);
        assertEquals(java.util.Arrays.toString(some), java.util.Arrays.toString(back));
        assertEquals(2, Message.wordsFor(some.length));
    }

    private static boolean named(String name) {
        Text text = new Text(Names.MAX_BYTES);
        Names.get(0, text);
        return Names.is(0, name) && text.sameAs(new Text(30).append(name));
    }
}
