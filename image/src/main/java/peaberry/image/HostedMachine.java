package peaberry.image;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodType;
import peaberry.machine.simulated.ComponentLoader;
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
        return machine.run(() -> startKernel(image));
    }

    /** Each machine has a kernel of its own, with static fields as the build left them. */
    private static void startKernel(HostedImage image) {
        try {
            new ComponentLoader("kernel", image.kernel())
                    .method(KernelVariant.ORDINARY.mainClass(), "start", MethodType.methodType(void.class)).invokeExact();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("there is no kernel", failure);
        }
    }
}
