package peaberry.compiler.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Where {@link Out} prints on the JVM: one buffer for each class loader, so one for each run of a program. */
public final class JvmOutput {

    private static final ByteArrayOutputStream BYTES = new ByteArrayOutputStream();

    private JvmOutput() {
    }

    static void append(int value) {
        BYTES.write(value);
    }

    /** Everything printed so far. */
    public static String text() {
        return BYTES.toString(StandardCharsets.ISO_8859_1);
    }
}
