package peaberry.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The scripts in {@code src/test/resources/cases}: in each file those of a tool, each script below a line {@code ### title}. */
final class Corpus {

    /** Where characters are more than bytes. */
    static final String CHARACTERS = "characters";

    static final List<String> TOPICS = List.of("cat", "cut", "env", "grep", "grep-patterns", "head", "ls", "paths", "seq", "sha256sum", "sort", "tail", "tee", "tr", "uniq", "wc", "mkdir", "rm", "cp", "mv", "ln", "touch", "chmod", "chown", "find", "date", "du", "stat", "links", "cmp", CHARACTERS);

    private static final String TITLE = "### ";

    private Corpus() {
    }

    record Script(String title, String text) {
    }

    static List<Script> of(String topic) {
        List<Script> scripts = new ArrayList<>();
        String title = null;
        StringBuilder text = new StringBuilder();
        for (String line : text("/cases/" + topic + ".txt").lines().toList()) {
            if (!line.startsWith(TITLE)) {
                text.append(line).append('\n');
                continue;
            }
            if (title != null) {
                scripts.add(new Script(title, text.toString()));
            }
            title = line.substring(TITLE.length());
            text.setLength(0);
        }
        scripts.add(new Script(title, text.toString()));
        return scripts;
    }

    private static String text(String resource) {
        try (InputStream stream = Corpus.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
