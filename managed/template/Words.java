package @package@;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often words come. */
final class Words {

    private Words() {
    }

    /** Counts the words of a text, in lower case. */
    static Map<String, Integer> count(Reader text) throws IOException {
        Map<String, Integer> words = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(text)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                for (String word : line.toLowerCase(Locale.ROOT).split("[\\s\\p{Punct}]+")) {
                    if (!word.isEmpty()) {
                        words.merge(word, 1, Integer::sum);
                    }
                }
            }
        }
        return words;
    }

    /** Reads lines that have a word and how often it came. */
    static Map<String, Integer> read(Reader text) throws IOException {
        Map<String, Integer> words = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(text)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split(" ");
                words.put(parts[0], Integer.valueOf(parts[1]));
            }
        }
        return words;
    }
}
