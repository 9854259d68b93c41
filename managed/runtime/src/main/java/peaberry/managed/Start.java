package peaberry.managed;

import org.teavm.interop.Export;

/** Where an ordinary Java program begins and how it comes to its end. */
public final class Start {

    private static final int FAILED = 1;

    private static int status;

    private Start() {
    }

    /** Runs the program's own main method. */
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (Throwable uncaught) {
            System.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace();
            status = FAILED;
        }
    }

    /** The compiler puts the call of the program's main method here. */
    private static native void run(String[] arguments);

    /** All threads have come to their ends. */
    @Export(name = "peaberry_finish")
    static void finish() {
        exit(status);
    }

    /** The program is going to wait. */
    @Export(name = "peaberry_flush")
    static void flush() {
        StandardStreams.CHOSEN.flush();
    }

    /** As {@link System#exit}: what was written is handed over first. */
    public static void exit(int status) {
        System.out.flush();
        System.err.flush();
        flush();
        Ending.CHOSEN.end(status);
    }
}
