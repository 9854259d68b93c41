package peaberry.image;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import peaberry.image.system.DeclarationException;

/**
 * The minimal system on the JVM as a command: {@code java -cp ... peaberry.image.HostedMain [--memory BYTES]}.
 * Standard input and output are the serial line, byte for byte. The class path has the class folders of all
 * modules but {@code peaberry.kernel.arch.x86_64}; the exit status is the guest's, or 125 if the machine
 * could not be made.
 */
public final class HostedMain {

    private static final long DEFAULT_MEMORY = 128L << 20;
    private static final int FAILED = 125;

    private HostedMain() {
    }

    public static void main(String[] arguments) {
        int status;
        try {
            status = run(arguments);
        } catch (IOException | DeclarationException | IllegalArgumentException failure) {
            System.err.println("peaberry: " + failure.getMessage());
            status = FAILED;
        }
        // The thread that reads standard input cannot be ended otherwise.
        System.exit(status);
    }

    private static int run(String[] arguments) throws IOException, DeclarationException {
        long memory = DEFAULT_MEMORY;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("no value for " + arguments[i]);
            }
            switch (arguments[i]) {
                case "--memory" -> memory = Long.parseLong(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (memory < 0 || memory > 1L << 40) {
            throw new IllegalArgumentException("not a memory size: " + memory);
        }
        HostedImage image = HostedImage.of(SystemSource.minimal(SystemSource.repository()), ModuleFolders.onClassPath());
        return HostedMachine.run(image, memory, new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out));
    }
}
