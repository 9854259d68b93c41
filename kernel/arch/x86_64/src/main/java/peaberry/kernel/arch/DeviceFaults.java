package peaberry.kernel.arch;

import peaberry.abi.DeviceFault;

/**
 * What devices tried to do and may not, as the remapping units record it: Intel VT-d specification, 7.2 and 10.4.14. A function whose
 * fault is taken falls silent, so that it cannot keep the kernel busy; a fault that cannot be silenced that way silences its unit.
 */
final class DeviceFaults {

    /** Words of a fault record. */
    private static final int PAGE = 0;
    private static final int PAGE_HIGH = 4;
    private static final int SOURCE = 8;
    private static final long PAGE_MASK = -4096;
    private static final int SOURCE_MASK = 0xFFFF;
    private static final int REASON_MASK = 0xFF;
    private static final int READS = 1 << 30;
    /** Reasons from here on are about interrupts: 7.3. */
    private static final int FIRST_INTERRUPT_REASON = 0x20;

    private DeviceFaults() {
    }

    /** Hands all faults that are recorded to the kernel: at most one for each record of each unit. */
    static void deliver(TrapHandler handler) {
        for (int number = 0; number < Remapping.units(); number++) {
            deliver(Remapping.unit(number), handler);
        }
    }

    /** Lets all units announce faults. */
    static void announce() {
        for (int number = 0; number < Remapping.units(); number++) {
            Remapping.unit(number).announceFaults();
        }
    }

    private static void deliver(RemappingUnit unit, TrapHandler handler) {
        int records = unit.faultRecords();
        for (int record = 0; record < records; record++) {
            int place = unit.faultRecord(record);
            int state = unit.read(place + RemappingUnit.FAULT_RECORD_STATE);
            if ((state & RemappingUnit.FAULT_RECORDED) == 0) {
                continue;
            }
            int function = unit.read(place + SOURCE) & SOURCE_MASK;
            long page = (unit.read(place + PAGE) & 0xFFFF_FFFFL | (long) unit.read(place + PAGE_HIGH) << Integer.SIZE) & PAGE_MASK;
            int reason = state & REASON_MASK;
            boolean silenced = reason < FIRST_INTERRUPT_REASON && IoContexts.domainOf(function) != Iommu.NO_DOMAIN;
            if (silenced) {
                IoContexts.setSilent(function, true);
            } else {
                unit.muteFaults();
            }
            unit.clearFault(record);
            handler.deviceFault(function, kind(reason, state), page, reason);
        }
        unit.clearOverflow();
    }

    private static DeviceFault kind(int reason, int state) {
        if (reason >= FIRST_INTERRUPT_REASON) {
            return DeviceFault.INTERRUPT;
        }
        return (state & READS) != 0 ? DeviceFault.READ : DeviceFault.WRITE;
    }
}
