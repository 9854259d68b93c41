package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.CNode;
import peaberry.runtime.RootMemory;

/**
 * Which slots of root's own CNode are in use. A slot is handed out once; what is in it comes and goes. Slots are taken in an order that depends on
 * nothing but the declaration, so that a root that starts anew finds everything where the one before it had put it.
 */
final class Slots {

    /** Root's own CNode. */
    static final CNode OWN = CNode.at(BootInfo.OWN_CNODE);
    /** What root hears of everything on. */
    static final int ROOT_ENDPOINT = (1 << BootInfo.CNODE_BITS) - 1;
    /** What holds those who ask root. */
    static final int ROOT_REPLY = ROOT_ENDPOINT - 1;
    /** In place of a slot when all are handed out. */
    static final int NONE = 0;

    private static int next;
    private static int end;

    private Slots() {
    }

    /** Takes over the slots that the kernel left free. */
    static void initialise() {
        next = (int) RootMemory.bootInfo(BootInfo.FIRST_FREE_SLOT);
        end = ROOT_REPLY;
    }

    /** A slot that nobody else has, or {@link #NONE}. */
    static int take() {
        return take(1);
    }

    /** The first of {@code count} slots in a row that nobody else has, or {@link #NONE}. */
    static int take(int count) {
        if (end - next < count) {
            return NONE;
        }
        int first = next;
        next += count;
        return first;
    }

    /** Whether there is something in a slot. */
    static boolean isFilled(int slot) {
        return OWN.inspect(slot) == KernelError.NONE && !Inspected.isEmpty();
    }

    /** Gives a capability of root's a badge, in a slot where nothing is unless it was done before. */
    static KernelError mintOnce(int slot, int source, long badge) {
        return isFilled(slot) ? KernelError.NONE : OWN.mint(slot, OWN, source, Rights.ALL, badge);
    }

    /** How many slots there are. */
    static int count() {
        return 1 << BootInfo.CNODE_BITS;
    }
}
