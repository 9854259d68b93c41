package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.runtime.RootMemory;
import peaberry.runtime.Time;

/** How long the kernel has been running. */
final class Uptime {

    private Uptime() {
    }

    /** The clock when the kernel started. */
    static long bootTicks() {
        return RootMemory.bootInfo(BootInfo.BOOT_TICKS);
    }

    /** Ticks of the clock in a microsecond. */
    static long ticksPerMicrosecond() {
        return Math.max(1, RootMemory.bootInfo(BootInfo.TICKS_PER_MICROSECOND));
    }

    static long microseconds() {
        return (Time.ticks() - bootTicks()) / ticksPerMicrosecond();
    }
}
