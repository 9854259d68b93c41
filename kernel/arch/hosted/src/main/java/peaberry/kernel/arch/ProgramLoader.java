package peaberry.kernel.arch;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.machine.simulated.SimulatedProgram;

/**
 * The classes of one process: each process has its own copies of its program, the runtime and the ABI, and thereby its
 * own static fields. Only {@code peaberry.machine}, the door to the processor, is shared with the rest of the system.
 * Nothing else of the system can be named.
 */
final class ProgramLoader extends ClassLoader {

    private static final String SHARED_PREFIX = "peaberry.machine.";

    static {
        registerAsParallelCapable();
    }

    private final SimulatedProgram program;

    ProgramLoader(SimulatedProgram program) {
        super(program.name(), ClassLoader.getPlatformClassLoader());
        this.program = program;
        setDefaultAssertionStatus(true);
    }

    /** {@code main(long)} of the program. */
    MethodHandle main() throws ReflectiveOperationException {
        Class<?> main = loadClass(program.mainClass());
        return MethodHandles.privateLookupIn(main, MethodHandles.lookup())
                .findStatic(main, "main", MethodType.methodType(void.class, long.class));
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
            for (Path folder : program.classPath()) {
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
