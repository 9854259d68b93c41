package peaberry.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import peaberry.compiler.classes.ClassFiles;
import peaberry.compiler.classes.JavaClass;

/**
 * Where source files are, relative to the folder of the project that the class path is in, so that a debugger started
 * there finds them and the image does not depend on where that folder is.
 */
final class SourcePaths {

    private static final int LEVELS_UP = 4;
    private static final int LEVELS_DOWN = 3;
    /** In the folder of a project and in that of each of its modules. */
    private static final String PROJECT = "pom.xml";
    /** Folders without sources that a build fills while others read. */
    private static final Pattern NO_SOURCES = Pattern.compile("build|target|src|\\..*");
    private static final Pattern MODULE = Pattern.compile("^\\s*(?:open\\s+)?module\\s+([\\w.]+)", Pattern.MULTILINE);

    private record Root(String relative, Path folder, String module) {
    }

    private final Map<Path, List<Root>> rootsNear = new HashMap<>();
    private final Map<JavaClass, String> known = new HashMap<>();

    /** The path of the class's source file; below its package only if it is nowhere found. */
    String of(JavaClass type) {
        return known.computeIfAbsent(type, each -> {
            ClassFiles.Origin origin = each.origin();
            if (origin.folder() == null) {
                return each.sourcePath();
            }
            List<Root> roots = rootsNear.computeIfAbsent(origin.folder(), SourcePaths::rootsNear);
            return roots.stream()
                .filter(root -> origin.module() == null || root.module == null || root.module.equals(origin.module()))
                .filter(root -> Files.exists(root.folder.resolve(each.sourcePath())))
                .map(root -> root.relative + "/" + each.sourcePath()).findFirst().orElse(each.sourcePath());
        });
    }

    private static List<Root> rootsNear(Path classes) {
        List<Root> roots = new ArrayList<>();
        Path folder = classes.toAbsolutePath().normalize();
        for (int i = 0; i < LEVELS_UP && folder.getParent() != null; i++) {
            folder = folder.getParent();
            if (Files.exists(folder.resolve(PROJECT))) {
                collect(folder, folder, LEVELS_DOWN, roots);
            }
        }
        return roots;
    }

    private static void collect(Path base, Path folder, int levels, List<Root> roots) {
        for (String kind : List.of("src/main/java", "src/test/java")) {
            Path root = folder.resolve(kind);
            if (Files.isDirectory(root)) {
                roots.add(new Root(base.relativize(root).toString(), root, moduleName(root)));
            }
        }
        if (levels == 0) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(path -> Files.isDirectory(path) && !NO_SOURCES.matcher(path.getFileName().toString()).matches())
                .sorted().forEach(path -> collect(base, path, levels - 1, roots));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String moduleName(Path root) {
        Path declaration = root.resolve("module-info.java");
        if (!Files.exists(declaration)) {
            return null;
        }
        try {
            Matcher matcher = MODULE.matcher(Files.readString(declaration));
            return matcher.find() ? matcher.group(1) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
