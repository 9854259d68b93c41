package peaberry.grantor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.runtime.Text;

class WordsTest {

    private static Text text(String string) {
        return new Text(100).append(string);
    }

    @Test
    void onlyWholeWordsAreFound() {
        Text words = text("ping  supervision");
        assertTrue(Words.contain(words, text("ping")) && Words.contain(words, text("supervision")));
        for (String other : new String[] {"", " ", "pin", "ing", "pingg", "ping ", "super", "vision", "ping  supervision"}) {
            assertFalse(Words.contain(words, text(other)), other);
        }
        assertFalse(Words.contain(text(""), text("ping")));
        assertFalse(Words.contain(text(""), text("")));
    }

    @Test
    void randomWordsAreFoundAsInAList() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder words = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                words.append("ab ".charAt(random.nextInt(3)));
            }
            String word = words.isEmpty() ? "a" : words.substring(random.nextInt(words.length())).strip();
            boolean expected = !word.isEmpty() && Arrays.asList(words.toString().split(" ")).contains(word);
            assertEquals(expected, Words.contain(text(words.toString()), text(word)), "<" + word + "> in <" + words + ">");
        }
    }
}
