package peaberry.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules of a Linux kernel as its package has them: files {@code NAME.ko}, each of which says in its section {@code .modinfo} which others it needs
 * ({@code depends=}). An index of that, modules.dep, is made only where a package is installed.
 */
final class LinuxModules {

    private static final String ENDING = ".ko";
    private static final Pattern DEPENDS = Pattern.compile("\0depends=([^\0]*)\0");
    private static final String BUILT_IN = "modules.builtin";

    private final Path folder;
    private final Map<String, Path> files;

    /** @param folder {@code lib/modules/VERSION} */
    LinuxModules(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING)).collect(Collectors.toMap(file -> name(file.getFileName().toString()), file -> file));
        }
    }

    /** The contents of these modules and all that they need, by name, in an order in which they can be loaded. What is a part of the kernel is not among them. */
    Map<String, byte[]> withWhatTheyNeed(List<String> names) throws Failure, IOException {
        Map<String, byte[]> inOrder = new LinkedHashMap<>();
        for (String name : names) {
            add(name, inOrder);
        }
        return inOrder;
    }

    private void add(String name, Map<String, byte[]> inOrder) throws Failure, IOException {
        if (inOrder.containsKey(name) || !files.containsKey(name) && isBuiltIn(name)) {
            return;
        }
        if (!files.containsKey(name)) {
            throw new Failure("the kernel in " + folder + " has no module " + name + " that is not compressed");
        }
        byte[] content = Files.readAllBytes(files.get(name));
        Matcher depends = DEPENDS.matcher(new String(content, StandardCharsets.ISO_8859_1));
        if (depends.find() && !depends.group(1).isEmpty()) {
            for (String needed : depends.group(1).split(",")) {
                add(name(needed), inOrder);
            }
        }
        inOrder.put(name, content);
    }

    private boolean isBuiltIn(String name) throws IOException {
        try (Stream<String> paths = Files.lines(folder.resolve(BUILT_IN))) {
            return paths.anyMatch(path -> name(path.substring(path.lastIndexOf('/') + 1)).equals(name));
        }
    }

    /** A module's name has {@code _} where its file's may have {@code -}. */
    private static String name(String file) {
        return file.replace(ENDING, "").replace('-', '_');
    }
}
