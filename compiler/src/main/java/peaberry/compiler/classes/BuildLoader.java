package peaberry.compiler.classes;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads the lowered classes into the build JVM, where their static initialisers run. What the class path has is never
 * taken from anywhere else; assertions are on.
 */
final class BuildLoader extends ClassLoader {

    private final ClassFiles files;
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    BuildLoader(ClassFiles files) {
        super(ClassLoader.getPlatformClassLoader());
        this.files = files;
        setDefaultAssertionStatus(true);
    }

    /** The names with slashes of all classes of the class path that were loaded, sorted. */
    List<String> loaded() {
        return loaded.stream().sorted().toList();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String internalName = name.replace('.', '/');
        if (!files.onClassPath(internalName)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            loaded.add(internalName);
            byte[] bytes = files.find(internalName).bytes();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
