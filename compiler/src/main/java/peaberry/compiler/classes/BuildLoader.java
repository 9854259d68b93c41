package peaberry.compiler.classes;

/**
 * Loads the lowered classes into the build JVM, where their static initialisers run. What the class path has is never
 * taken from anywhere else; assertions are on.
 */
final class BuildLoader extends ClassLoader {

    private final ClassFiles files;

    BuildLoader(ClassFiles files) {
        super(ClassLoader.getPlatformClassLoader());
        this.files = files;
        setDefaultAssertionStatus(true);
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
            byte[] bytes = files.find(internalName).bytes();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
