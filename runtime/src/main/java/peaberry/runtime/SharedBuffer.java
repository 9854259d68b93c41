package peaberry.runtime;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.RegionKind;
import peaberry.abi.Rights;

/**
 * Memory of the program's own that it lends to a server for the time of a request: the server reads it or writes it through a window. It is mapped
 * nowhere else, so once it was taken back nobody touches it, whatever became of the copies of the window. What is checked afterwards stays as it is.
 *
 * <p>Root maps the memory, of the kind {@link RegionKind#KEPT}, though nothing in it has to be kept: it is memory whose address is known.
 */
public final class SharedBuffer {

    /** How many slots of the program's own it takes. */
    public static final int SLOTS = 2;

    private final Region memory = new Region();
    private CNode table = CNode.at(Capability.NONE.slot());
    private int firstSlot;

    /**
     * Finds the memory and makes its windows. Without it, or what is needed for windows, the program cannot work: a fault.
     *
     * @param name      of the memory in the program's declaration
     * @param table     name of the program's own table
     * @param space     name of the program's own address space
     * @param firstSlot of {@link #SLOTS} empty ones
     */
    public void open(String name, String table, String space, int firstSlot) {
        if (!Regions.open(memory, name, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no such memory");
        }
        this.table = CNode.at(Grants.find(GrantKind.OWN_TABLE, table).slot());
        this.firstSlot = firstSlot;
        VSpace own = VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, space).slot());
        makeWindow(own, readable(), Rights.READ);
        makeWindow(own, writable(), Rights.WRITE);
    }

    private void makeWindow(VSpace own, Window window, Rights rights) {
        require(own.makeWindow(memory.address(0, memory.size()), memory.size(), rights, table, window.slot()));
    }

    /** The program's own view of it. */
    public Region memory() {
        return memory;
    }

    /** To be sent with a request that reads the memory. */
    public Window readable() {
        return Window.at(firstSlot);
    }

    /** To be sent with a request that writes the memory. */
    public Window writable() {
        return Window.at(firstSlot + 1);
    }

    /** Ends all access of others. To be called when a request was answered, before anything is believed that the memory contains. */
    public void takeBack() {
        require(table.revoke(readable().slot()));
        require(table.revoke(writable().slot()));
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("the buffer cannot be lent safely");
        }
    }
}
