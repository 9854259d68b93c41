package peaberry.image;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the class files of each module are.
 *
 * @param folders by module name
 */
public record ModuleFolders(Map<String, Path> folders) {

    private static final String DESCRIPTOR = "module-info.class";

    public ModuleFolders {
        folders = Map.copyOf(folders);
    }

    /** The folders on the class path, whether the build or an IDE filled them. */
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
        return new ModuleFolders(folders);
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
