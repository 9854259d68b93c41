package peaberry.hosted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peaberry.runtime.Arguments;
import peaberry.runtime.Text;

/** Runs an ordinary program's main method to its end. */
public final class Start {

    private static final int FAILED = 1;

    private Start() {
    }

    /** An ordinary program's main method. */
    @FunctionalInterface
    public interface Program {
        void main(String[] arguments) throws Throwable;
    }

    /** Called by the program's entry, which the image builder makes. */
    public static void run(Program program) {
        int status = 0;
        try {
            program.main(arguments());
        } catch (Throwable uncaught) {
            trim(uncaught);
            ProcessSystem.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace(ProcessSystem.err);
            status = FAILED;
        }
        ProcessSystem.exit(status);
    }

    /** Those behind the program's name. */
    private static String[] arguments() {
        Text text = new Text(Arguments.longest());
        List<String> arguments = new ArrayList<>();
        for (int index = 1; Arguments.get(index, text.clear()); index++) {
            byte[] bytes = new byte[text.length()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = text.byteAt(i);
            }
            arguments.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return arguments.toArray(String[]::new);
    }

    /** Takes out of the trace what is below the program's main method. */
    private static void trim(Throwable uncaught) {
        StackTraceElement[] trace = uncaught.getStackTrace();
        int end = 0;
        while (end < trace.length && !trace[end].getClassName().equals(Start.class.getName())) {
            end++;
        }
        uncaught.setStackTrace(Arrays.copyOf(trace, end));
        if (uncaught.getCause() != null) {
            trim(uncaught.getCause());
        }
    }
}
