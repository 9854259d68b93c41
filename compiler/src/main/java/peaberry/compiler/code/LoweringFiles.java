package peaberry.compiler.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The native bodies of intrinsics: functions, declarations and globals of {@code *.ll} files, of which a program gets
 * those that it reaches. Attribute groups and metadata are not carried over and must not be used there.
 */
public final class LoweringFiles {

    private static final Pattern NAME = Pattern.compile("@(\"[^\"]*\"|[\\w.$-]+)");

    /** @param body whether it is a function with instructions */
    private record Entity(String text, boolean body) {
        /** Lines with code, as those of a Java method: without the signature and the closing brace. */
        int lines() {
            return (int) text.lines().skip(1)
                .filter(line -> !line.isBlank() && !line.strip().startsWith(";") && !line.startsWith("}")).count();
        }
    }

    private final Map<String, Entity> entities = new LinkedHashMap<>();

    public static LoweringFiles read(List<Path> folders) throws IOException {
        LoweringFiles files = new LoweringFiles();
        for (Path folder : folders) {
            List<Path> found;
            try (Stream<Path> all = Files.list(folder)) {
                found = all.filter(path -> path.toString().endsWith(".ll")).sorted().toList();
            }
            for (Path file : found) {
                files.parse(Files.readAllLines(file));
            }
        }
        return files;
    }

    private void parse(List<String> lines) {
        StringBuilder function = null;
        for (String line : lines) {
            if (function != null) {
                function.append(line).append('\n');
                if (line.startsWith("}")) {
                    add(function.toString(), true);
                    function = null;
                }
            } else if (line.startsWith("define")) {
                function = new StringBuilder(line).append('\n');
            } else if (line.startsWith("declare") || line.startsWith("@")) {
                add(line + "\n", false);
            }
        }
    }

    private void add(String text, boolean body) {
        Matcher name = NAME.matcher(text);
        if (name.find()) {
            entities.putIfAbsent(unquoted(name.group(1)), new Entity(text, body));
        }
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }

    public boolean has(String name) {
        return entities.containsKey(name) && entities.get(name).body;
    }

    /** The names of all that {@code names} need, themselves first. */
    Set<String> closure(Collection<String> names) {
        Set<String> reached = new LinkedHashSet<>();
        ArrayDeque<String> work = new ArrayDeque<>(names);
        while (!work.isEmpty()) {
            String name = work.remove();
            Entity entity = entities.get(name);
            if (entity != null && reached.add(name)) {
                NAME.matcher(entity.text).results().forEach(used -> work.add(unquoted(used.group(1))));
            }
        }
        return reached;
    }

    /** Lines with code of the functions that are reached. */
    public int lines(Collection<String> names) {
        return closure(names).stream().map(entities::get).filter(Entity::body).mapToInt(Entity::lines).sum();
    }

    /** The text of what is reached, with the program's function attributes. */
    String text(Collection<String> names) {
        StringBuilder text = new StringBuilder();
        for (String name : closure(names)) {
            Entity entity = entities.get(name);
            text.append(entity.body ? attributed(entity.text) : entity.text).append('\n');
        }
        return text.toString();
    }

    private static String attributed(String function) {
        int brace = function.indexOf("{\n");
        String head = function.substring(0, brace);
        String linkage = head.startsWith("define internal") ? head : "define internal" + head.substring("define".length());
        return linkage.stripTrailing() + " #0 " + function.substring(brace);
    }
}
