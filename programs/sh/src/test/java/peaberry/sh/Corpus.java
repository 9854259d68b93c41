package peaberry.sh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The scripts in {@code src/test/resources/cases}: in each file a topic, each script below a line {@code ### title}. */
final class Corpus {

    static final List<String> TOPICS = List.of("quoting", "parameters", "fields", "substitution", "arithmetic", "patterns", "pathnames",
            "redirection", "documents", "pipes", "lists", "conditions", "loops", "functions", "builtins", "printf", "read", "test",
            "options", "traps", "background", "variables", "errors", "programs");

    private static final String TITLE = "### ";

    private Corpus() {}

    record Script(String topic, String title, String text) {

        @Override
        public String toString() {
            return topic + ": " + title;
        }
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
                scripts.add(new Script(topic, title, text.toString()));
            }
            title = line.substring(TITLE.length());
            text.setLength(0);
        }
        scripts.add(new Script(topic, title, text.toString()));
        return scripts;
    }

    static List<Script> all() {
        return TOPICS.stream().flatMap(topic -> of(topic).stream()).toList();
    }

    private static String text(String resource) {
        try (InputStream stream = Corpus.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
