package peaberry.machine.x86_64;

import peaberry.machine.Intrinsic;
import peaberry.machine.PhysicalAddress;

/** Device registers in memory: each access happens exactly once, in program order. Addresses are below 4 GiB and aligned to 4. */
public final class DeviceMemory {

    private DeviceMemory() {
    }

    @Intrinsic
    public static int loadInt(PhysicalAddress address) {
        throw NativeOnly.refuse();
    }

    @Intrinsic
    public static void storeInt(PhysicalAddress address, int value) {
        throw NativeOnly.refuse();
    }
}
