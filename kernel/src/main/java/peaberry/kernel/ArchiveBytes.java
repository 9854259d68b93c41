package peaberry.kernel;

import peaberry.abi.ByteSource;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.BootMemory;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/** The boot archive where the loader put it. Until it is opened there are no bytes. */
@Trusted
final class ArchiveBytes implements ByteSource {

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

    /** The first address after the archive. */
    long end() {
        return base.value() + size;
    }

    /** Whether the archive starts at a page, so that it can be mapped. */
    boolean isPageAligned() {
        return base.value() % UserLayout.PAGE == 0;
    }

    /** The page of the archive at this offset, a multiple of the page size, below {@link #size()}; else no page: ZERO. */
    PhysicalAddress page(long offset) {
        return offset >= 0 && offset < size ? base.plus(offset) : PhysicalAddress.ZERO;
    }

    /** Copies from the archive, as far as it reaches, to the start of a page that is being made. @param bytes at most a page */
    @Trusted
    void copyTo(PhysicalAddress page, long offset, long bytes) {
        if (offset < 0 || bytes > size - offset) {
            return;
        }
        PhysicalAddress source = base.plus(offset);
        long whole = 0;
        if (source.value() % Long.BYTES == 0) {
            whole = bytes & -Long.BYTES;
            PhysicalMemory.copy(page, source, whole);
        }
        for (long i = whole; i < bytes; i++) {
            PhysicalMemory.storeByte(page.plus(i), PhysicalMemory.loadByte(source.plus(i)));
        }
    }
}
