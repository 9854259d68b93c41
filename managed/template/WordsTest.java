package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void wordsAreCountedInLowerCase() throws IOException {
        assertEquals(Map.of("to", 2, "be", 2, "or", 1, "not", 1), Words.count(new StringReader("To be,\nor not to be?")));
    }

    @Test
    void whatWasKeptIsRead() throws IOException {
        assertEquals(Map.of("be", 2), Words.read(new StringReader("be 2\n")));
    }
}
