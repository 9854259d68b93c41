package peaberry.runtime;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;

/**
 * Memory of the program's own of which it lends a part to a server for the time of a request: as {@link SharedBuffer}, but the server reaches that part
 * alone.
 */
public final class LentMemory {

    private final Region memory;
    private CNode table = CNode.at(Capability.NONE.slot());
    private VSpace space = VSpace.at(Capability.NONE.slot());
    private Window window = Window.at(Capability.NONE.slot());

    /** @param memory that is mapped when {@link #open} is called */
    public LentMemory(Region memory) {
        this.memory = memory;
    }

    /**
     * Finds what is needed for windows.
     *
     * @param tableName name of the program's own table in its declaration
     * @param spaceName name of its own address space
     * @param slot      an empty one
     */
    public void open(String tableName, String spaceName, int slot) {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, tableName).slot());
        space = VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, spaceName).slot());
        window = Window.at(slot);
    }

    /** Makes a window of a part, to be sent with one request. Not before the part that was lent last {@linkplain #takeBack was taken back}. @param rights of whoever gets it */
    public Window lend(long offset, long bytes, Rights rights) {
        require(space.makeWindow(memory.address(offset, bytes), bytes, rights, table, window.slot()));
        return window;
    }

    /** Ends all access of others. To be called when a request was answered, before anything is believed that the memory contains. */
    public void takeBack() {
        require(table.revoke(window.slot()));
        require(table.delete(window.slot()));
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("the memory cannot be lent safely");
        }
    }
}
