package peaberry.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import peaberry.abi.Tag;

class MessageTest {

    private final Text text = new Text(40);

    @Test
    void textComesBackFromTheWordsItWasPackedInto() {
        Message.setBytes(1, new Text(40).append("nine char"));
        Message.text(1, 9, text);
        assertTrue(text.sameAs(new Text(40).append("nine char")));
    }

    @Test
    void aNegativeCountIsNoText() {
        Message.text(0, -1, text);
        assertEquals(0, text.length());
    }

    @Test
    void aCountBeyondTheMessageEndsWithIt() {
        Message.text(Tag.MAX_LENGTH, Long.MAX_VALUE, text);
        assertEquals(0, text.length());
    }
}
