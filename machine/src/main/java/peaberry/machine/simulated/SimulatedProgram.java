package peaberry.machine.simulated;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program of the hosted machine: what natively is an executable's content.
 *
 * @param name      as in the boot archive
 * @param mainClass full name of the class with {@code static void main(long)}
 * @param classPath folders of the classes that each process of the program loads for itself
 * @param addresses the address that stands for a line of the program, by {@link #key}
 */
public record SimulatedProgram(String name, String mainClass, List<Path> classPath, Map<String, Long> addresses) {

    public SimulatedProgram {
        classPath = List.copyOf(classPath);
        addresses = Map.copyOf(addresses);
    }

    /** How {@link #addresses} names a line. @param method {@code package.Class.method} */
    public static String key(String method, int line) {
        return method + ":" + line;
    }

    /** The address of the innermost frame that is the program's, 0 if there is none. */
    public long addressOf(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            Long address = addresses.get(key(frame.getClassName() + "." + frame.getMethodName(), frame.getLineNumber()));
            if (address != null) {
                return address;
            }
        }
        return 0;
    }
}
