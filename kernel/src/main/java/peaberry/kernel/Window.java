package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Interrupts;

/**
 * Windows: a bounded range of one program's memory, out of which or into which another one has bytes copied. Nothing is shared
 * and nothing is trusted: each copy goes through both page tables, and the window is gone once it is revoked. Interrupts are let
 * through after each piece, which is at most a page.
 */
final class Window {

    private Window() {
    }

    /** Parameters: address, length, rights, CNode, slot. */
    static KernelError make(Slot space, Arguments arguments) {
        long address = arguments.word(0);
        long length = arguments.word(1);
        Rights rights = Rights.ofWord(arguments.word(2)).and(Rights.READ_WRITE);
        if (rights.bits() == 0) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!space.rights().include(rights)) {
            return KernelError.MISSING_RIGHT;
        }
        if (address < UserLayout.PAGE || length < 1 || length > UserLayout.LIMIT || address > UserLayout.LIMIT - length) {
            return KernelError.RANGE_ERROR;
        }
        CNode node = (CNode) arguments.object(3);
        KernelError wrong = CNodeOperations.checkEmpty(node, arguments.word(4));
        if (wrong == KernelError.NONE) {
            node.slot(arguments.word(4)).openWindow(space, address, length, rights);
        }
        return wrong;
    }

    /** Parameters: offset, address, bytes. */
    static KernelError invoke(Slot window, Invocation operation, Arguments arguments) {
        long offset = arguments.word(0);
        long address = arguments.word(1);
        long bytes = arguments.word(2);
        long length = window.badge();
        if (isBelow(length, offset) || isBelow(length - offset, bytes) || isBelow(UserLayout.LIMIT - bytes, address)) {
            return KernelError.RANGE_ERROR;
        }
        Tcb caller = arguments.caller();
        VSpace own = (VSpace) caller.space.object();
        VSpace seen = (VSpace) window.object();
        long start = window.extent() + offset;
        if (operation == Invocation.WINDOW_READ) {
            copy(caller, own, address, seen, start, bytes);
        } else {
            copy(caller, seen, start, own, address, bytes);
        }
        return KernelError.NONE;
    }

    /** Whether {@code limit}, which is not negative, is less than a number that is large if it is negative. */
    private static boolean isBelow(long limit, long number) {
        return Long.compareUnsigned(limit, number) < 0;
    }

    private static void copy(Tcb caller, VSpace to, long target, VSpace from, long source, long bytes) {
        long done = 0;
        while (done < bytes) {
            long piece = UserMemory.copy(to, target + done, from, source + done, bytes - done);
            done += piece;
            if (piece == 0) {
                caller.stop(KernelError.NOT_MAPPED, done);
                return;
            }
            if (done < bytes && Interrupts.pending()) {
                caller.stop(KernelError.INTERRUPTED, done);
                return;
            }
        }
        caller.answer(done);
    }
}
