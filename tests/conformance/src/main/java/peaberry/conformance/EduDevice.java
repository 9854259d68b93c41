package peaberry.conformance;

import peaberry.abi.ObjectType;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Workspace;

/**
 * QEMU's device for teaching (docs/specs/edu): it copies between memory and a buffer of its own, and interrupts when it is told
 * to. A copy takes a tenth of a second.
 */
final class EduDevice {

    private static final int IDENTITY = 0x11E8_1234;
    private static final int RAISE = 0x60;
    private static final int LOWER = 0x64;
    private static final int SOURCE = 0x80;
    private static final int DESTINATION = 0x88;
    private static final int COUNT = 0x90;
    private static final int COMMAND = 0x98;
    private static final int RUN = 1;
    private static final int TO_MEMORY = 2;
    /** Where the device's own buffer is for its copies. */
    private static final int BUFFER = 0x4_0000;
    private static final long READ_WRITE = 3;
    /** A copy takes a tenth of a second; so many pauses take far longer. */
    private static final int PATIENCE = 500;
    private static final long PAUSE_MICROSECONDS = 5_000;
    private static final int WHILE = 20_000;

    private static final EduDevice DEVICE = new EduDevice();

    private PciFunction function;
    private long registers;

    private EduDevice() {
    }

    /** Finds the device and maps its registers; null, with the case not applicable, if there is none. */
    static EduDevice open() {
        PciFunction found = PciFunction.find(IDENTITY);
        if (found == null || !Fresh.isThere(Own.deviceMemory())) {
            Check.notApplicable("this machine has no device that can be told to copy");
            return null;
        }
        DEVICE.function = found;
        found.write(PciFunction.BASE_ADDRESS_0, (int) Own.DEVICE_MEMORY_ADDRESS);
        found.write(PciFunction.COMMAND, PciFunction.MEMORY_AND_MASTER);
        int frame = Fresh.slot();
        Check.done(Fresh.retype(Own.deviceMemory(), ObjectType.FRAME, 0, frame, 1), "making a frame of the device's registers");
        DEVICE.registers = Fresh.map(frame) - Workspace.address(0);
        return DEVICE;
    }

    /** Gives the device's memory back. */
    void close() {
        function.write(PciFunction.COMMAND, 0);
        Check.done(Fresh.revoke(Own.deviceMemory()), "giving the device's memory back");
    }

    PciFunction function() {
        return function;
    }

    /** Copies from memory, as the device sees it, to the device. */
    void fetch(long address, int bytes) {
        copy(address, BUFFER, bytes, RUN);
    }

    /** Copies from the device to memory, as the device sees it. */
    void store(long address, int bytes) {
        copy(BUFFER, address, bytes, RUN | TO_MEMORY);
    }

    /** Makes the device interrupt. */
    void raise() {
        set(RAISE, 1);
        set(LOWER, 1);
    }

    /** Lets time pass in which an interrupt would come. */
    void pass() {
        for (int i = 0; i < WHILE; i++) {
            SystemCalls.nothing();
        }
    }

    private void copy(long source, long destination, int bytes, int command) {
        set(SOURCE, (int) source);
        set(DESTINATION, (int) destination);
        set(COUNT, bytes);
        set(COMMAND, command);
        int looks = 0;
        while ((Workspace.memory().int32(registers + COMMAND) & RUN) != 0 && looks < PATIENCE) {
            looks++;
            Actor.letTimePass(PAUSE_MICROSECONDS);
        }
        Check.that(looks < PATIENCE, "that the device has copied");
    }

    private void set(int register, int value) {
        Workspace.memory().setInt32(registers + register, value);
    }
}
