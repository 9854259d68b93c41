package visitor;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** An ordinary Java program. */
public final class Hello {

    private static final int STATUS = 3;

    private Hello() {
    }

    /** Counts the characters of what it reads, and says which arguments it has. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("arguments: " + String.join(", ", arguments));
        Map<Character, Integer> counts = new TreeMap<>();
        for (int read = System.in.read(); read >= 0; read = System.in.read()) {
            counts.merge((char) read, 1, Integer::sum);
        }
        System.out.println(counts);
        if (arguments.length == 0) {
            throw new IllegalStateException("no arguments");
        }
        System.exit(STATUS);
    }
}
