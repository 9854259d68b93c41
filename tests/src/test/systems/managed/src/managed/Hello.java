package managed;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A string, a map, a formatted number, and a status. */
public final class Hello {

    private static final int STATUS = 42;

    private Hello() {
    }

    public static void main(String[] arguments) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String word : "the quick brown fox".split(" ")) {
            lengths.put(word, word.length());
        }
        System.out.println("Hello from Java, with " + arguments.length + " arguments");
        System.out.println(lengths + " " + new TreeMap<>(lengths));
        System.out.println(String.format("%8.3f|%08x|%,d", Math.PI, 48879, 1234567));
        System.exit(STATUS);
    }
}
