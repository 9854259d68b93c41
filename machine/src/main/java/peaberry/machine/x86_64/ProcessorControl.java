package peaberry.machine.x86_64;

import peaberry.machine.Intrinsic;
import peaberry.machine.PhysicalAddress;

/** Privileged instructions. */
public final class ProcessorControl {

    /** Bytes of a cache line, at least. */
    public static final int CACHE_LINE = 64;

    private ProcessorControl() {
    }

    /** Makes {@code root} the top page table and forgets all translations but the kernel's global ones (CR3). */
    @Intrinsic
    public static void loadTranslation(PhysicalAddress root) {
        throw NativeOnly.refuse();
    }

    /** The top page table in use (CR3). */
    @Intrinsic
    public static PhysicalAddress translation() {
        throw NativeOnly.refuse();
    }

    /** Forgets the translation of the page at {@code address} (INVLPG). */
    @Intrinsic
    public static void invalidate(long address) {
        throw NativeOnly.refuse();
    }

    /** Sets bits of CR4. */
    @Intrinsic
    public static void enable(long bits) {
        throw NativeOnly.refuse();
    }

    /** Writes the cache line of physical memory around {@code address} back, where whoever looks past the caches sees it (CLFLUSH). */
    @Intrinsic
    public static void flush(PhysicalAddress address) {
        // The simulated memory is not cached.
    }

    /** Stops with interrupts off; only a non-maskable interrupt would end it. */
    @Intrinsic
    public static void halt() {
        throw NativeOnly.refuse();
    }
}
