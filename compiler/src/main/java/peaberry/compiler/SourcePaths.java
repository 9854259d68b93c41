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
 * Where source files are, relative to the folder that holds both the sources and the class path, so that a debugger
 * started there finds them and the image does not depend on where that folder is.
 */
final class SourcePaths {

    private static final int LEVELS_UP = 4;
    private static final int LEVELS_DOWN = 5;
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
        Path folder = classes.toAbsolutePath().normalize();
        for (int i = 0; i < LEVELS_UP && folder.getParent() != null; i++) {
            folder = folder.getParent();
            if (folder.getParent() == null) {
                break;
            }
            List<Root> roots = rootsBelow(folder);
            if (!roots.isEmpty()) {
                return roots;
            }
        }
        return List.of();
    }

    private static List<Root> rootsBelow(Path base) {
        List<Root> roots = new ArrayList<>();
        try (Stream<Path> all = Files.find(base, LEVELS_DOWN, (path, attributes) -> attributes.isDirectory()
            && (path.endsWith("src/main/java") || path.endsWith("src/test/java")))) {
            for (Path root : all.sorted().toList()) {
                roots.add(new Root(base.relativize(root).toString(), root, moduleName(root)));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
        return roots;
    }

    private static String moduleName(Path root) throws IOException {
        Path declaration = root.resolve("module-info.java");
        if (!Files.exists(declaration)) {
            return null;
        }
        Matcher matcher = MODULE.matcher(Files.readString(declaration));
        return matcher.find() ? matcher.group(1) : null;
    }
}
