package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The checked-out sources and what {@code ./peaberry} built from them. */
final class Repository {

    static final Path HOME = find();
    static final Path COMMAND = HOME.resolve("peaberry");
    static final Path IMAGE = HOME.resolve("build/image");

    private static final Set<String> NOT_SOURCES = Set.of("build", "target", ".git", ".idea", ".vscode", ".settings");

    private Repository() {}

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("peaberry"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run in the repository");
            }
        }
        return folder;
    }

    /** All source files below a folder, in order; nothing that a build or an IDE made. */
    static List<Path> files(String folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(HOME.resolve(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    boolean skip = NOT_SOURCES.contains(String.valueOf(visited.getFileName()));
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!NOT_SOURCES.contains(file.getFileName().toString())) { // in a further work tree .git is a file
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(found);
        return found;
    }

    /** The files below a folder whose names end so. */
    static List<Path> files(String folder, String ending) {
        return files(folder).stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /** Whether a source file is text; the others are pictures. */
    static boolean isText(Path file) {
        return !file.toString().endsWith(".png");
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    static long lines(Path file) {
        return text(file).lines().count();
    }

    /** Compiles what has changed. The launcher, which is compiled as well, then refuses what it is asked for. */
    static void compile() throws IOException, InterruptedException {
        try (ConsoleSession build = ConsoleSession.command("run", "--jvm", "--bad-usage")) {
            assertEquals(125, build.status(), build.errors());
        }
    }

    /** The class files of a module as {@code ./peaberry} compiled it. */
    static Path classes(String module) {
        return HOME.resolve("build/classes").resolve(module);
    }
}
