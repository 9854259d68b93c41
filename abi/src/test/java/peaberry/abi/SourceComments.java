package peaberry.abi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the Javadoc of this module's constants says, for the manual: there is no second text to keep alike. */
final class SourceComments {

    private static final Path SOURCES = Path.of("src/main/java/peaberry/abi");
    private static final Pattern CONSTANT = Pattern.compile("/\\*\\*(?<text>(?:(?!\\*/).)*)\\*/\\s+(?:public static final \\w+ )?(?<name>[A-Z][A-Z_0-9]*)\\b",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|linkplain) #?(?:\\w+#)?([^}]*)}");

    private SourceComments() {
    }

    /** The comment of each constant that has one, as Markdown on one line. */
    static Map<String, String> ofConstants(Class<?> type) {
        Map<String, String> comments = new LinkedHashMap<>();
        CONSTANT.matcher(source(type)).results().forEach(found -> comments.put(found.group("name"), markdown(found.group("text"))));
        return comments;
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String markdown(String comment) {
        String text = comment.replaceAll("(?m)^\\s*\\* ?", " ").replaceAll("\\s+", " ").strip();
        return TAG.matcher(text).replaceAll("`$1`");
    }
}
