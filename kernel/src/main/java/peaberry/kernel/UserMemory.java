package peaberry.kernel;

import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Translation;
import peaberry.machine.Inline;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/** Copying from one program's memory to another's: each piece goes where the page tables say at that moment. */
@Trusted
final class UserMemory {

    private UserMemory() {
    }

    /**
     * Copies up to where a page ends on either side, 8 bytes at a time from the lowest address up, then the rest one by one.
     *
     * @param bytes how many at most, 1 or more
     * @return how many were copied; 0 if a program may not so access one of the pages, or it is a device's
     */
    @Inline
    static long copy(VSpace to, long target, VSpace from, long source, long bytes) {
        PhysicalAddress written = Translation.locate(to.root(), target, Translation.Access.READ_WRITE);
        PhysicalAddress read = Translation.locate(from.root(), source, Translation.Access.READ);
        if (bytes <= 0 || written.is(PhysicalAddress.ZERO) || read.is(PhysicalAddress.ZERO)) {
            return 0;
        }
        long piece = Math.min(bytes, Math.min(leftInPage(target), leftInPage(source)));
        PhysicalMemory.copy(written, read, piece);
        return piece;
    }

    /** Writes a number at a multiple of 8 bytes; nothing happens if a program may not write there. */
    static void write(VSpace to, long address, long value) {
        PhysicalAddress written = Translation.locate(to.root(), address, Translation.Access.READ_WRITE);
        if (!written.is(PhysicalAddress.ZERO) && address % Long.BYTES == 0) {
            PhysicalMemory.storeLong(written, value);
        }
    }

    private static long leftInPage(long address) {
        return UserLayout.PAGE - (address & UserLayout.PAGE - 1);
    }
}
