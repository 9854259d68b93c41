package @package@;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Counts the words of its standard input, keeps them in a file, and says how often those came that its arguments name. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("Hello from Peaberry! I count words. To see it: echo to be or not to be | mvn -q peaberry:run -Dpeaberry.args=\"be bean\"");
            return;
        }
        File file = new File("words.txt");
        save(Words.count(new InputStreamReader(System.in, StandardCharsets.UTF_8)), file);
        System.out.println(file.getAbsolutePath() + " has " + file.length() + " bytes");

        Map<String, Integer> kept = Words.read(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8));
        boolean all = true;
        for (String word : arguments) {
            System.out.printf("%6d  %s%n", kept.getOrDefault(word, 0), word);
            all &= kept.containsKey(word);
        }
        if (!all) {
            System.err.println("not all of these were there");
            System.exit(1);
        }
    }

    private static void save(Map<String, Integer> words, File file) throws IOException {
        try (Writer writer = new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Integer> word : words.entrySet()) {
                writer.write(word.getKey() + " " + word.getValue() + "\n");
            }
        }
    }
}
