package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.kernel.arch.IoContexts;
import peaberry.kernel.arch.IoTranslation;
import peaberry.kernel.arch.Iommu;

/** Operations on what devices may do: assigning PCI functions, mapping memory for them, learning of their faults. */
final class IoSpaceOperations {

    private IoSpaceOperations() {
    }

    static KernelError invokeControl(Invocation operation, Arguments arguments) {
        return switch (operation) {
            case IO_SPACE_CONTROL_ASSIGN -> decodeAssign(arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    static KernelError invoke(Slot slot, Invocation operation, Arguments arguments) {
        IoSpace space = (IoSpace) slot.object();
        switch (operation) {
            case IO_SPACE_SET_NOTIFICATION -> setNotification(space, arguments.capability(0), arguments.caller().processor());
            case IO_SPACE_TAKE_FAULT -> takeFault(space, arguments.caller());
            default -> {
                return KernelError.ILLEGAL_OPERATION;
            }
        }
        return KernelError.NONE;
    }

    private static void setNotification(IoSpace space, Slot source, Processor processor) {
        processor.deletion.drop(space.notification);
        space.notification.copy(source, source.rights(), source.badge());
        processor.deletion.bury();
    }

    /** Parameters: IoSpace, function. */
    private static KernelError decodeAssign(Arguments arguments) {
        if (!Iommu.exists()) {
            return KernelError.UNSUPPORTED;
        }
        long function = arguments.word(1);
        if (function < 0 || function >= PciBuses.FUNCTIONS) {
            return KernelError.RANGE_ERROR;
        }
        if (IoContexts.wantsTable((int) function >>> 8)) {
            return KernelError.MISSING_PAGE_TABLE;
        }
        IoSpace space = (IoSpace) arguments.object(0);
        if (space.isAssigned() || IoContexts.domainOf((int) function) != Iommu.NO_DOMAIN) {
            return KernelError.OCCUPIED;
        }
        IoDomains domains = arguments.caller().processor().domains;
        int domain = domains.choose(space);
        if (domain == Iommu.NO_DOMAIN) {
            return KernelError.NOT_ENOUGH_MEMORY;
        }
        domains.assign(space, (int) function, domain);
        return KernelError.NONE;
    }

    /** Then the next fault is reported. */
    private static void takeFault(IoSpace space, Tcb asker) {
        space.fault.tell(asker);
        if (space.isAssigned()) {
            Iommu.awaitFault(space.function);
        }
    }

    /** Of a frame. Parameters: IoSpace, address, rights. */
    static KernelError decodeMapFrame(Slot frame, Arguments arguments) {
        long address = arguments.word(1);
        KernelError wrong = check(address, frame.sizeBits());
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        Rights rights = Rights.ofWord(arguments.word(2)).and(Rights.READ_WRITE);
        if (rights.bits() == 0 || frame.isDevice()) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!frame.rights().include(rights)) {
            return KernelError.MISSING_RIGHT;
        }
        return Frame.errorOf(((IoSpace) arguments.object(0)).map(frame, address, accessOf(rights)), address, frame.sizeBits());
    }

    /** Of a page table. Parameters: IoSpace, address. */
    static KernelError decodeMapTable(Slot table, Arguments arguments) {
        long address = arguments.word(1);
        KernelError wrong = check(address, table.sizeBits());
        return wrong == KernelError.NONE ? Frame.errorOf(((IoSpace) arguments.object(0)).install(table, address), address, table.sizeBits()) : wrong;
    }

    /** Of a page table. Parameters: control, bus. */
    static KernelError decodeMapBus(Slot table, Arguments arguments) {
        if (!Iommu.exists()) {
            return KernelError.UNSUPPORTED;
        }
        long bus = arguments.word(1);
        if (bus < 0 || bus >= PciBuses.BUSES) {
            return KernelError.RANGE_ERROR;
        }
        return arguments.caller().processor().buses.install(table, (int) bus) ? KernelError.NONE : KernelError.OCCUPIED;
    }

    private static KernelError check(long address, int sizeBits) {
        if (!Iommu.exists()) {
            return KernelError.UNSUPPORTED;
        }
        if ((address & (1L << sizeBits) - 1) != 0) {
            return KernelError.ALIGNMENT_ERROR;
        }
        return Iommu.isPage(address, sizeBits) ? KernelError.NONE : KernelError.RANGE_ERROR;
    }

    private static IoTranslation.Access accessOf(Rights rights) {
        if (!rights.include(Rights.WRITE)) {
            return IoTranslation.Access.READ;
        }
        return rights.include(Rights.READ) ? IoTranslation.Access.READ_WRITE : IoTranslation.Access.WRITE;
    }
}
