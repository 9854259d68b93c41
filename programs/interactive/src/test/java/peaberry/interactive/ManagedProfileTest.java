package peaberry.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module stays within what the compiler for ordinary Java programs takes: lists, strings, streams of bytes; nothing of the JVM's own. */
class ManagedProfileTest {

    private static final Pattern FOREIGN = Pattern.compile(
            "\\bjava\\.(?!io\\.|util\\.[A-Z]|util\\.function\\.)\\w+|java\\.io\\.File|String\\.format|\\.formatted\\(|\\.split\\(|\\.matches\\(\""
                    + "|\\.replaceAll\\(\"|\\.replaceFirst\\(|getClass\\(|\\bThread\\b|synchronized|System\\.(?!arraycopy)");

    @Test
    void nothingElseIsUsed() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertFalse(sources.isEmpty());
        for (Path source : sources) {
            List<String> found = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*").matcher(Files.readString(source)).replaceAll("").lines()
                    .filter(line -> FOREIGN.matcher(line).find()).toList();
            assertEquals(List.of(), found, source.toString());
        }
    }
}
