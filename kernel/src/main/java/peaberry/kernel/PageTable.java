package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;

/**
 * Operations on page tables. A table serves at whatever level is missing on the way to an address. It starts empty each
 * time: what was mapped through it is not mapped any more once it was taken out.
 */
final class PageTable {

    private PageTable() {
    }

    static KernelError invoke(Slot table, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case PAGE_TABLE_MAP -> decodeMap(table, arguments);
            case PAGE_TABLE_MAP_IO -> IoSpaceOperations.decodeMapTable(table, arguments);
            case PAGE_TABLE_MAP_BUS -> IoSpaceOperations.decodeMapBus(table, arguments);
            case PAGE_TABLE_UNMAP -> {
                AddressSpace.unmap(table);
                yield KernelError.NONE;
            }
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: VSpace, address. */
    private static KernelError decodeMap(Slot table, Arguments arguments) {
        long address = arguments.word(1);
        return Frame.errorOf(((VSpace) arguments.object(0)).install(table, address), address, ObjectType.FRAME.sizeBits(0));
    }
}
