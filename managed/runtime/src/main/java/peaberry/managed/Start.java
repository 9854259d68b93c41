package peaberry.managed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.teavm.interop.Export;
import peaberry.runtime.Arguments;
import peaberry.runtime.Text;

/** Where an ordinary Java program begins and how it comes to its end. */
public final class Start {

    private static final int FAILED = 1;

    private static int status;

    private Start() {
    }

    /** Runs the program's own main method. */
    public static void main(String[] none) {
        try {
            run(arguments());
        } catch (Throwable uncaught) {
            System.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace();
            status = FAILED;
        }
    }

    /** Those behind the program's name. */
    private static String[] arguments() {
        int longest = Arguments.longest();
        if (longest == 0) {
            return new String[0];
        }
        Text text = new Text(longest);
        List<String> arguments = new ArrayList<>();
        for (int index = 1; Arguments.get(index, text.clear()); index++) {
            byte[] bytes = new byte[text.length()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = text.byteAt(i);
            }
            arguments.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return arguments.toArray(new String[0]);
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
