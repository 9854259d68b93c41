package peaberry.managed;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;
import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.CNode;
import peaberry.runtime.VSpace;
import peaberry.runtime.Window;

/** A part of an array that a server reads or writes for the time of one request, where it is: the collector moves nothing. */
@Include(value = "kernel.h", isSystem = false)
final class LentArray {

    private static final CNode TABLE = CNode.at((int) granted(GrantKind.OWN_TABLE.ordinal()));
    private static final VSpace SPACE = VSpace.at((int) granted(GrantKind.OWN_ADDRESS_SPACE.ordinal()));
    private static final Window WINDOW = Window.at((int) takeSlots(1));

    private LentArray() {
    }

    @Import(name = "peaberry_granted")
    @Unmanaged
    private static native long granted(int kind);

    @Import(name = "peaberry_takeSlots")
    @Unmanaged
    private static native long takeSlots(int count);

    /** Makes the window, to be sent with one request. Not before what was lent last {@linkplain #takeBack was taken back}. @param rights of whoever gets it */
    static Window lend(byte[] array, int offset, int count, Rights rights) {
        if (offset < 0 || count <= 0 || count > array.length - offset) {
            throw new IndexOutOfBoundsException("from " + offset + " " + count + " of " + array.length);
        }
        require(SPACE.makeWindow(Address.ofData(array).toLong() + offset, count, rights, TABLE, WINDOW.slot()));
        return WINDOW;
    }

    /** Ends all access of others. To be called when a request was answered, before anything is believed that the array contains. */
    static void takeBack() {
        require(TABLE.revoke(WINDOW.slot()));
        require(TABLE.delete(WINDOW.slot()));
    }

    private static void require(KernelError error) {
        if (error != KernelError.NONE) {
            throw new IllegalStateException("an array cannot be lent: " + error);
        }
    }
}
