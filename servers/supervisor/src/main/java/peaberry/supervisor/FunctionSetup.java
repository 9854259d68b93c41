package peaberry.supervisor;

import peaberry.abi.DeviceReset;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
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

    /** How often the PCI server may fail over one matter, and once more. */
    private static final int MAX_TRIES = 3;
    /** A PCI server that was made anew may be busy with what the one before it left; it then answers after a millisecond. */
    private static final int MAX_LOOKS = 3_000;
    private static final int RESET_MASK = 0xFF;
    /** In place of a function's number. */
    static final int NO_FUNCTION = -1;
    private static final String NONE = "";
    private static final String NO_SERVER = "no PCI server answers";

    private static final PciBusClient PCI = PciServer.CLIENT;

    private static String problem = NONE;
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
        unconfined = false;
        boolean needed = isWanted(ward);
        PciBus.Outcome outcome = needed ? ask(ward) : PciBus.Outcome.DONE;
        // Only now: the PCI server, which has no function, may have been made anew by way of this class.
        wanted = needed;
        absent = outcome == PciBus.Outcome.NOT_FOUND;
        problem = outcome == PciBus.Outcome.DONE || absent ? NONE : NO_SERVER;
    }

    private static boolean isWanted(Ward ward) {
        return ward.grants().find(GrantKind.PCI_FUNCTION) != GrantTable.NO_ROW;
    }

    private static PciBus.Outcome ask(Ward ward) {
        PciBus.Outcome outcome = PciBus.Outcome.UNREACHABLE;
        for (int tries = 0; tries < MAX_TRIES && PciServer.ensure(); tries++) {
            GrantTable grants = ward.grants();
            int row = grants.find(GrantKind.PCI_FUNCTION);
            int vendor = (int) (grants.first(row) >>> Short.SIZE);
            int device = (int) (grants.first(row) & 0xFFFF);
            int index = (int) (grants.second(row) >>> Byte.SIZE);
            outcome = PCI.find(vendor, device, index);
            for (int looks = 0; outcome == PciBus.Outcome.BUSY && looks < MAX_LOOKS; looks++) {
                outcome = PCI.find(vendor, device, index);
            }
            if (PciServer.answered(outcome)) {
                return outcome;
            }
        }
        return outcome;
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

    /**
     * Takes a process's function out of use, in the way that is declared for it: the one that it was given, or, if nobody knows, the one that it would be
     * given. {@link #isAtRest} says whether that worked.
     */
    static void silence(Ward ward) {
        PciBus.Outcome outcome = PciBus.Outcome.UNREACHABLE;
        for (int tries = 0; tries < MAX_TRIES && outcome == PciBus.Outcome.UNREACHABLE; tries++) {
            int function = locate(ward);
            if (function == NO_FUNCTION) {
                return;
            }
            PciServer.bePatient();
            outcome = PCI.silence(function, resetOf(ward));
            for (int looks = 0; outcome == PciBus.Outcome.BUSY && looks < MAX_LOOKS; looks++) {
                outcome = PCI.silence(function, resetOf(ward));
            }
            if (!PciServer.answered(outcome)) {
                outcome = PciBus.Outcome.UNREACHABLE;
            }
        }
        ward.history.setRestless(switch (outcome) {
            case DONE, NO_RESET, NOT_FOUND -> false;
            default -> true;
        });
    }

    /** One that it was given is not looked for: that would switch its memory off while it still works. */
    private static int locate(Ward ward) {
        int given = isWanted(ward) ? Wards.functionOf(ward) : NO_FUNCTION;
        if (given != NO_FUNCTION) {
            return PciServer.ensure() ? given : NO_FUNCTION;
        }
        find(ward);
        return wanted && !absent && problem.isEmpty() ? PCI.findAddress() : NO_FUNCTION;
    }

    private static DeviceReset resetOf(Ward ward) {
        GrantTable grants = ward.grants();
        return DeviceReset.of(grants.second(grants.find(GrantKind.PCI_FUNCTION)) & RESET_MASK);
    }

    /** Whether its function came to rest, if it ever had one: one that did not is given to nobody. */
    static boolean isAtRest(Ward ward) {
        boolean atRest = !ward.history.isRestless();
        absent = false;
        problem = atRest ? NONE : "its device does not come to rest";
        return atRest;
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
            PciBus.Outcome outcome = PCI.structure(PCI.findAddress(), type);
            if (!PciServer.answered(outcome)) {
                problem = NO_SERVER;
                return false;
            }
            if (outcome == PciBus.Outcome.DONE && !isDescribed(number, type)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDescribed(int number, int type) {
        return Recovery.ROOT.describe(number, type, PCI.structureBar(), PCI.structureOffset(), PCI.structureBytes(), PCI.structureExtra()) == Outcome.DONE;
    }

    private static boolean assign(int number) {
        Outcome outcome = Recovery.ROOT.assign(number, PCI.findAddress());
        unconfined = outcome == Outcome.ABSENT;
        if (outcome != Outcome.DONE) {
            return false;
        }
        PciBus.Outcome enabled = PCI.enable(PCI.findAddress(), Recovery.ROOT.assignAddress(), Recovery.ROOT.assignData());
        problem = !PciServer.answered(enabled) ? NO_SERVER : enabled == PciBus.Outcome.DONE ? NONE : "its device cannot interrupt by messages";
        return problem.isEmpty();
    }
}
