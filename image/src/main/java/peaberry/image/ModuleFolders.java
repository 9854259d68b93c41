package peaberry.image;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the class files of each module are.
 *
 * @param folders or jars, by module name
 */
public record ModuleFolders(Map<String, Path> folders) {

    private static final String DESCRIPTOR = "module-info.class";

    public ModuleFolders {
        folders = Map.copyOf(folders);
    }

    /** The folders on the class path or, as some IDEs have it, on the module path. */
    public static ModuleFolders onClassPath() throws IOException {
        Map<String, Path> folders = new HashMap<>();
        for (URL descriptor : Collections.list(ClassLoader.getSystemClassLoader().getResources(DESCRIPTOR))) {
            if (descriptor.getProtocol().equals("file")) {
                try (InputStream content = descriptor.openStream()) {
                    folders.putIfAbsent(ModuleDescriptor.read(content).name(),
                            Path.of(URI.create(descriptor.toString())).getParent());
                }
            }
        }
        ModuleFinder.of(modulePath()).findAll().forEach(module -> module.location().map(Path::of).filter(Files::isDirectory)
                .ifPresent(folder -> folders.putIfAbsent(module.descriptor().name(), folder)));
        return new ModuleFolders(folders);
    }

    /** A folder for each module in {@code classes}, with the module's name. */
    public static ModuleFolders in(Path classes) throws IOException {
        try (Stream<Path> folders = Files.list(classes)) {
            return new ModuleFolders(folders.filter(Files::isDirectory)
                    .collect(Collectors.toMap(folder -> folder.getFileName().toString(), folder -> folder)));
        }
    }

    /** These and one more. */
    public ModuleFolders with(String module, Path folder) {
        Map<String, Path> more = new HashMap<>(folders);
        more.put(module, folder);
        return new ModuleFolders(more);
    }

    /** These and the modules of the jars in a folder, which need not be there. */
    public ModuleFolders withJars(Path folder) {
        Map<String, Path> more = new HashMap<>(folders);
        ModuleFinder.of(folder).findAll().forEach(jar -> more.put(jar.descriptor().name(), Path.of(jar.location().orElseThrow())));
        return new ModuleFolders(more);
    }

    private static Path[] modulePath() {
        return Stream.of(System.getProperty("jdk.module.path", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty()).map(Path::of).toArray(Path[]::new);
    }

    /** The folders of these modules, in this order; an exception if one is missing. */
    List<Path> of(List<String> modules) throws IOException {
        for (String module : modules) {
            if (!folders.containsKey(module)) {
                throw new IOException("the classes of module " + module + " are not on the class path");
            }
        }
        return modules.stream().map(folders::get).toList();
    }
}
