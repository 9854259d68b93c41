package peaberry.launcher;

import java.nio.file.Path;

/** Where things are in the repository. */
final class Home {

    static final Path FOLDER = Path.of(System.getProperty("peaberry.home", "")).toAbsolutePath();
    static final Path BUILD = FOLDER.resolve("build");
    static final Path CLASSES = BUILD.resolve("classes");
    /** Jars that some modules need; the folder is there once somebody needed them. */
    static final Path LIBRARIES = BUILD.resolve("libraries");
    static final Path IMAGE = BUILD.resolve("image");
    static final Path KERNEL = IMAGE.resolve("kernel.elf");
    /** Of the minimal system. */
    static final Path ARCHIVE = IMAGE.resolve("minimal.archive");

    private Home() {}
}
