package peaberry.machine.simulated;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of one kernel or one process: each has its own copies, and thereby its own static fields. Only
 * {@code peaberry.machine}, the door to the processor, is shared. Nothing else of the system can be named.
 */
public final class ComponentLoader extends ClassLoader {

    private static final String SHARED_PREFIX = "peaberry.machine.";

    static {
        registerAsParallelCapable();
    }

    private final List<Path> folders;

    /** @param folders of class files, searched in this order */
    public ComponentLoader(String name, List<Path> folders) {
        super(name, ClassLoader.getPlatformClassLoader());
        this.folders = List.copyOf(folders);
        setDefaultAssertionStatus(true);
        // An IDE runs the machine as a named module, which must say so to read an unnamed one.
        ComponentLoader.class.getModule().addReads(getUnnamedModule());
    }

    /** A static method of one of the classes, whoever may call it. */
    public MethodHandle method(String className, String name, MethodType type) throws ReflectiveOperationException {
        Class<?> owner = loadClass(className);
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findStatic(owner, name, type);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SHARED_PREFIX)) {
            return SimulatedMachine.class.getClassLoader().loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try {
            for (Path folder : folders) {
                Path path = folder.resolve(file);
                if (Files.isRegularFile(path)) {
                    byte[] content = Files.readAllBytes(path);
                    return defineClass(name, content, 0, content.length);
                }
            }
        } catch (IOException failure) {
            throw new ClassNotFoundException(name, failure);
        }
        throw new ClassNotFoundException(name);
    }
}
