package peaberry.compiler.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peaberry.machine.simulated.SimulatedMachine;

/** Runs a test program on this JVM: the reference that native code is compared with. */
public final class JvmRun {

    /** As much as linux.S reserves. */
    private static final long MEMORY_BYTES = 1 << 20;

    private JvmRun() {
    }

    /** Runs {@code static void run()} of a class of the programs package from {@code folders}, in fresh classes. */
    public static Expectation of(String className, List<Path> folders) throws ReflectiveOperationException {
        new SimulatedMachine(MEMORY_BYTES).install();
        ProgramLoader loader = new ProgramLoader(folders);
        Method run = loader.loadClass(className).getDeclaredMethod("run");
        run.setAccessible(true);
        List<String> endings = List.of(Outcome.NORMAL);
        try {
            run.invoke(null);
        } catch (InvocationTargetException e) {
            endings = describe(e.getCause());
        }
        String output = (String) loader.loadClass(JvmOutput.class.getName()).getMethod("text").invoke(null);
        return new Expectation(output, endings);
    }

    /** The top of the stack and, if that is in the JDK, the program's first frame. */
    private static List<String> describe(Throwable thrown) {
        List<String> endings = new ArrayList<>();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            boolean ofProgram = frame.getClassName().startsWith(Folders.PROGRAMS + ".");
            if (ofProgram || endings.isEmpty()) {
                endings.add(Outcome.fault(kind(thrown), frame.getClassName() + "." + frame.getMethodName(),
                    frame.getLineNumber()));
            }
            if (ofProgram) {
                return endings;
            }
        }
        throw new AssertionError("a failure outside of the program", thrown);
    }

    /** The name of the {@code peaberry.abi.JavaTrap} which stands for an exception. */
    private static String kind(Throwable thrown) {
        return switch (thrown) {
            case NullPointerException e -> "NULL_POINTER";
            case IndexOutOfBoundsException e -> "ARRAY_INDEX";
            case ClassCastException e -> "CLASS_CAST";
            case ArithmeticException e -> "DIVISION";
            case ArrayStoreException e -> "ARRAY_STORE";
            case AssertionError e -> "ASSERTION";
            case MatchException e -> "UNREACHABLE";
            default -> "THROW";
        };
    }
}
