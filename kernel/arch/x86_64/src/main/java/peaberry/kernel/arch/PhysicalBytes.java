package peaberry.kernel.arch;

import peaberry.abi.ByteSource;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.Trusted;

/** The physical memory that the kernel's direct map reaches, to read: for the loader's tables, code and stack of a panic. */
@Trusted
final class PhysicalBytes implements ByteSource {

    static final PhysicalBytes LOW_MEMORY = new PhysicalBytes();

    private static final long END = 1L << 32;

    private PhysicalBytes() {
    }

    @Override
    public long size() {
        return END;
    }

    @Override
    public int unsignedByte(long offset) {
        return offset >= 0 && offset < END ? PhysicalMemory.loadByte(PhysicalAddress.of(offset)) & 0xFF : 0;
    }
}
