package peaberry.supervisor;

import peaberry.abi.DeviceReset;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.Timeout;
import peaberry.abi.UserLayout;
import peaberry.abi.VirtioStructure;
import peaberry.bus.PciBus;
import peaberry.bus.PciBusClient;
import peaberry.system.ProcessControl.Outcome;

/**
 * Puts the PCI function that a process is declared to have into its hands, and brings it to rest when the process is no more. The PCI server finds and
 * steers functions, root maps and confines; neither knows of the other.
 */
final class FunctionSetup {

    /** More than the PCI server takes for anything but a reset that does not come to an end. */
    private static final Timeout PATIENCE = Timeout.of(2_000_000);
    private static final int RESET_MASK = 0xFF;
    private static final String NONE = "";

    private static final PciBusClient PCI = new PciBusClient("pci");

    static {
        PCI.setPatience(PATIENCE);
    }

    private static String problem = NONE;
    private static DeviceReset reset = DeviceReset.NONE;
    private static boolean wanted;
    private static boolean absent;
    private static boolean unconfined;

    private FunctionSetup() {
    }

    /** Whether it is known here, and not to root, what hindered a start. */
    static boolean hasProblem() {
        return !problem.isEmpty();
    }

    /** In a user's words. */
    static String problem() {
        return problem;
    }

    /** Looks for the function that a process is declared to have. */
    static void find(Ward ward) {
        GrantTable grants = ward.grants();
        int row = grants.find(GrantKind.PCI_FUNCTION);
        absent = false;
        unconfined = false;
        problem = NONE;
        reset = DeviceReset.NONE;
        wanted = row != GrantTable.NO_ROW;
        if (!wanted) {
            return;
        }
        reset = DeviceReset.of(grants.second(row) & RESET_MASK);
        PciBus.Outcome outcome = PCI.find((int) (grants.first(row) >>> Short.SIZE), (int) (grants.first(row) & 0xFFFF), (int) (grants.second(row) >>> Byte.SIZE));
        absent = outcome == PciBus.Outcome.NOT_FOUND;
        problem = outcome == PciBus.Outcome.DONE || absent ? NONE : "no PCI server answers";
    }

    /** Whether the function that was looked for is not in this machine. */
    static boolean isAbsent() {
        return absent;
    }

    /** Whether the function is there, but no IOMMU that would confine it. */
    static boolean isUnconfined() {
        return unconfined;
    }

    /** Gives a process that was made the function that was found, if it is declared to have one. @return whether that is well */
    static boolean prepare(Ward ward) {
        return !wanted || problem.isEmpty() && mapRegisters(ward.number) && describe(ward.number) && assign(ward.number);
    }

    /** Takes a process's function out of use, in the way that is declared for it. */
    static void silence(Ward ward) {
        find(ward);
        if (wanted && !absent && problem.isEmpty()) {
            PCI.silence(PCI.findAddress(), reset);
        }
    }

    private static boolean mapRegisters(int number) {
        return map(number, 0, PCI.findBase0(), PCI.findSize0()) && map(number, 1, PCI.findBase1(), PCI.findSize1())
                && map(number, 2, PCI.findBase2(), PCI.findSize2()) && map(number, 3, PCI.findBase3(), PCI.findSize3())
                && map(number, 4, PCI.findBase4(), PCI.findSize4()) && map(number, 5, PCI.findBase5(), PCI.findSize5());
    }

    /** Maps what a base address register names, up to where the tables of messages begin, which no driver may have. Less than a page is shared with others. */
    private static boolean map(int number, int base, long address, long size) {
        long end = size;
        if (base == PCI.findTableBar()) {
            end = Math.min(end, PCI.findTableStart());
        }
        if (base == PCI.findPendingBar()) {
            end = Math.min(end, PCI.findPendingStart());
        }
        end &= -UserLayout.PAGE;
        return end == 0 || Recovery.ROOT.mapRegisters(number, base, address, end) == Outcome.DONE;
    }

    /** Tells where the structures are of a virtio device; of another one there are none. */
    private static boolean describe(int number) {
        for (int type = VirtioStructure.COMMON; type <= VirtioStructure.DEVICE; type++) {
            if (PCI.structure(PCI.findAddress(), type) == PciBus.Outcome.DONE
                    && Recovery.ROOT.describe(number, type, PCI.structureBar(), PCI.structureOffset(), PCI.structureBytes(), PCI.structureExtra()) != Outcome.DONE) {
                return false;
            }
        }
        return true;
    }

    private static boolean assign(int number) {
        Outcome outcome = Recovery.ROOT.assign(number, PCI.findAddress());
        unconfined = outcome == Outcome.ABSENT;
        if (outcome != Outcome.DONE) {
            return false;
        }
        boolean enabled = PCI.enable(PCI.findAddress(), Recovery.ROOT.assignAddress(), Recovery.ROOT.assignData()) == PciBus.Outcome.DONE;
        problem = enabled ? NONE : "its device cannot interrupt by messages";
        return enabled;
    }
}
