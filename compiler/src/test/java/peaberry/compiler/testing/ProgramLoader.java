package peaberry.compiler.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Defines the test programs and their output anew, so that each run starts from freshly initialised classes. */
final class ProgramLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Path> folders;

    ProgramLoader(List<Path> folders) {
        super(ProgramLoader.class.getClassLoader());
        this.folders = folders;
        setDefaultAssertionStatus(true);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isFresh(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (Path folder : folders) {
            Path file = folder.resolve(name.replace('.', '/') + ".class");
            if (Files.exists(file)) {
                byte[] bytes = read(file);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
        throw new ClassNotFoundException(name);
    }

    private static boolean isFresh(String name) {
        return name.startsWith(Folders.PROGRAMS + ".") || name.equals(Out.class.getName())
            || name.equals(JvmOutput.class.getName());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
