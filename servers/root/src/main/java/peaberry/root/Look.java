package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Frame;
import peaberry.runtime.Region;
import peaberry.runtime.RootMemory;
import peaberry.runtime.VSpace;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/** Root's looks into the memory of others: at one page, which it may also change, or at some bytes that it copies out. */
final class Look {

    private static final VSpace OWN = VSpace.at(BootInfo.OWN_VSPACE);
    private static final boolean DATA = false;

    private static int copy;
    private static int window;

    private Look() {
    }

    /** Takes the slots that looking takes. A root that failed may have left something there. */
    static void prepare() {
        copy = Slots.take();
        window = Slots.take();
        Slots.OWN.delete(copy);
        Slots.OWN.delete(window);
    }

    /** Maps a page, which may be mapped elsewhere too. @param frame root's slot with it */
    static KernelError begin(int frame) {
        KernelError error = Slots.OWN.copy(copy, Slots.OWN, frame, Rights.READ_WRITE);
        if (error == KernelError.NONE) {
            error = Frame.at(copy).map(OWN, UserLayout.SCRATCH, Rights.READ_WRITE, DATA);
        }
        return error;
    }

    /** The page, until {@link #end}. */
    static Region page() {
        return RootMemory.scratch();
    }

    static KernelError end() {
        return Slots.OWN.delete(copy);
    }

    /** Copies bytes out of an address space, as its page tables allow its own programs to read. @return how many came before one is not mapped */
    static int read(VSpace space, long address, int count, byte[] to) {
        long copied = 0;
        if (space.makeWindow(address, count, Rights.READ, Slots.OWN, window) == KernelError.NONE) {
            WindowCopy.read(Window.at(window), 0, RootMemory.copies(), 0, count);
            copied = WindowCopy.copied();
            Slots.OWN.delete(window);
        }
        for (int i = 0; i < copied; i++) {
            to[i] = (byte) RootMemory.copies().unsignedByte(i);
        }
        return (int) copied;
    }
}
