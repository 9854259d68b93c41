package peaberry.kernel;

import peaberry.abi.ByteSource;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.BootMemory;
import peaberry.kernel.arch.Translation;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/** The boot archive where the loader put it. Until it is opened there are no bytes. */
@Trusted
final class ArchiveBytes implements ByteSource {

    private static final int PAGE_BITS = 12;

    private PhysicalAddress base = PhysicalAddress.ZERO;
    private long size;

    /** Asks the loader's record where the archive is. */
    void open() {
        base = BootMemory.archive();
        size = BootMemory.archiveSize();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int unsignedByte(long offset) {
        return offset >= 0 && offset < size ? PhysicalMemory.loadByte(base.plus(offset)) & 0xFF : 0;
    }

    @Override
    public long int64(long offset) {
        return offset >= 0 && offset <= size - Long.BYTES ? PhysicalMemory.loadLong(base.plus(offset)) : ByteSource.super.int64(offset);
    }

    /** The first address after the archive. */
    long end() {
        return base.value() + size;
    }

    /** Whether the archive starts at a page, so that it can be mapped. */
    boolean isPageAligned() {
        return base.value() % UserLayout.PAGE == 0;
    }

    /** Maps the page of the archive at this offset, below {@link #size()}, to read. That it is the start of a page is checked before. */
    Translation.Outcome map(VSpace space, long address, long offset) {
        if (offset < 0 || offset >= size || (base.value() + offset) % UserLayout.PAGE != 0) {
            throw new IllegalArgumentException("not a page of the boot archive");
        }
        return Translation.map(space.root(), address, base.plus(offset), PAGE_BITS, Translation.Access.READ);
    }
}
