package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.kernel.arch.UserContext;

/**
 * Operations on page tables. A table serves at whatever level is missing on the way to an address. It starts empty each
 * time: what was mapped through it is not mapped any more once it was taken out.
 */
final class PageTable {

    private PageTable() {
    }

    static KernelError invoke(Tcb caller, Slot table, Invocation operation, int length) {
        return switch (operation) {
            case PAGE_TABLE_MAP -> decodeMap(caller, table, length);
            case PAGE_TABLE_UNMAP -> {
                VSpace.unmap(table);
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    private static KernelError decodeMap(Tcb caller, Slot table, int length) {
        UserContext arguments = caller.context;
        if (length < 2) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (table.space() != null) {
            return KernelError.OCCUPIED;
        }
        Slot target = caller.lookup(arguments.word(0));
        if (target == null || target.type() != CapabilityType.VSPACE) {
            return KernelError.FAILED_LOOKUP;
        }
        if (!target.rights().include(Rights.WRITE)) {
            return KernelError.MISSING_RIGHT;
        }
        long address = arguments.word(1);
        KernelError wrong = Frame.check(address);
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        VSpace space = (VSpace) target.object();
        if (!space.wantsTable(address)) {
            return KernelError.OCCUPIED;
        }
        space.install(table, address);
        return KernelError.NONE;
    }
}
