package peaberry.hosted;

import java.util.Arrays;

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
            program.main(new String[0]);
        } catch (Throwable uncaught) {
            trim(uncaught);
            ProcessSystem.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace(ProcessSystem.err);
            status = FAILED;
        }
        ProcessSystem.exit(status);
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
