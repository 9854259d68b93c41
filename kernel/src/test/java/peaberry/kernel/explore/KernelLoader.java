package peaberry.kernel.explore;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.function.BiFunction;

/**
 * Loads the kernel, the simulated machine and the tests once more, so that explorations can run at the same time, and
 * changed ones beside the one that is as it was compiled. What is handed out, {@link Finding}, is shared.
 */
public final class KernelLoader extends ClassLoader {

    private static final String OURS = "peaberry.";

    private final BiFunction<String, byte[], byte[]> change;

    /** @param change makes of a class's name and bytes those that are loaded */
    public KernelLoader(BiFunction<String, byte[], byte[]> change) {
        super(KernelLoader.class.getClassLoader());
        this.change = change;
    }

    /** Calls a static method with a string and an int. */
    public Finding call(Class<?> type, String method, String text, int number) {
        try {
            var found = loadClass(type.getName()).getDeclaredMethod(method, String.class, int.class);
            found.setAccessible(true);
            return (Finding) found.invoke(null, text, number);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.equals(Finding.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = change.apply(name, stream.readAllBytes());
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException failure) {
            throw new ClassNotFoundException(name, failure);
        }
    }
}
