package peaberry.image;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import peaberry.machine.simulated.SimulatedMachine;

/** Runs the whole system on the JVM. */
public final class HostedMachine {

    private HostedMachine() {
    }

    /**
     * Boots the image and returns when the machine is off.
     *
     * @param memoryBytes the machine's memory
     * @param input       what is typed at the console; its end is Ctrl-D to the guest
     * @param output      what the console shows
     * @return the exit status, as {@code ./peaberry run} documents it
     */
    public static int run(HostedImage image, long memoryBytes, InputStream input, OutputStream output) {
        SimulatedMachine machine = new SimulatedMachine(memoryBytes, output);
        machine.load(image.archive());
        machine.setPrograms(image.programs());
        machine.connect(input);
        return machine.run(HostedMachine::startKernel);
    }

    /** Found by name as a boot loader finds its kernel: this module knows nothing else of it. */
    private static void startKernel() {
        try {
            Class<?> kernel = Class.forName(Programs.KERNEL_MAIN);
            MethodHandle start = MethodHandles.privateLookupIn(kernel, MethodHandles.lookup())
                    .findStatic(kernel, "start", MethodType.methodType(void.class));
            start.invokeExact();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("there is no kernel", failure);
        }
    }
}
