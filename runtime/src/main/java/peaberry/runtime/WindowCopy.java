package peaberry.runtime;

import peaberry.abi.KernelError;

/**
 * Copies between a window and memory of the program's own, going on as often as the kernel lets an interrupt through. That the capability is one of a
 * window has to be known before: of an endpoint it would be a message, for whose answer the program waits.
 */
public final class WindowCopy {

    private static long copied;

    private WindowCopy() {
    }

    /** Copies bytes of the window from {@code offset} on to {@code at} of {@code to}, where they have room. */
    public static KernelError read(Window window, long offset, Region to, long at, long bytes) {
        long address = to.address(at, bytes);
        long done = 0;
        KernelError error = window.read(offset, address, bytes);
        while (error == KernelError.INTERRUPTED) {
            done += Message.word(0);
            error = window.read(offset + done, address + done, bytes - done);
        }
        return end(error, done);
    }

    /** Copies the bytes of {@code from} that start at {@code at} into the window from {@code offset} on. */
    public static KernelError write(Window window, long offset, Region from, long at, long bytes) {
        long address = from.address(at, bytes);
        long done = 0;
        KernelError error = window.write(offset, address, bytes);
        while (error == KernelError.INTERRUPTED) {
            done += Message.word(0);
            error = window.write(offset + done, address + done, bytes - done);
        }
        return end(error, done);
    }

    /** How many bytes the last copy got to: all of them, unless something was not mapped. */
    public static long copied() {
        return copied;
    }

    private static KernelError end(KernelError error, long done) {
        boolean begun = error == KernelError.NONE || error == KernelError.NOT_MAPPED;
        copied = begun ? done + Message.word(0) : done;
        return error;
    }
}
