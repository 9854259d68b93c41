package peaberry.kernel.arch;

import peaberry.abi.DeviceFault;
import peaberry.machine.simulated.InterruptController;
import peaberry.machine.simulated.SimulatedIommu;
import peaberry.machine.simulated.SimulatedMachine;

/**
 * What stands between PCI functions and memory. A function is named by its bus (bits 8 to 15), device (3 to 7) and function
 * (0 to 2). At the start each is blocked. {@link IoContexts} assigns page tables to it, which {@link IoTranslation} fills;
 * their translations are cached under the number of the domain that the function was assigned in.
 */
public final class Iommu {

    /** In place of a domain: page tables that no function uses. */
    public static final int NO_DOMAIN = 0;

    private Iommu() {
    }

    /** Whether this machine can confine devices; if not, nothing of it may be used. */
    public static boolean exists() {
        return unit().isPresent();
    }

    /** Domains have numbers from 1 to this one less 1. */
    public static int domains() {
        return SimulatedIommu.DOMAINS;
    }

    /** Whether 2^{@code sizeBits} bytes, 12 or 21, can be mapped for a device at this address: not where writes are interrupts. */
    public static boolean isPage(long address, int sizeBits) {
        long end = address + (1L << sizeBits);
        return (address & (1L << sizeBits) - 1) == 0 && address >= 0 && end > 0 && end <= 1L << SimulatedIommu.ADDRESS_BITS
                && !InterruptController.isMessage(address) && !InterruptController.isMessage(end - 1);
    }

    /** Reports the next fault of a function: after each, its faults go unreported until this is called. */
    public static void awaitFault(int function) {
        IoContexts.setSilent(function, false);
    }

    /** Hands all faults that are recorded to the kernel. */
    static void deliverFaults(TrapHandler handler) {
        SimulatedIommu.Fault fault = unit().takeFault();
        while (fault != null) {
            IoContexts.setSilent(fault.function(), true);
            handler.deviceFault(fault.function(), fault.write() ? DeviceFault.WRITE : DeviceFault.READ, fault.page(), 0);
            fault = unit().takeFault();
        }
    }

    private static SimulatedIommu unit() {
        return SimulatedMachine.current().iommu();
    }
}
