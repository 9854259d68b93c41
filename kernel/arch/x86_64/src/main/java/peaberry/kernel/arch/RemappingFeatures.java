package peaberry.kernel.arch;

/**
 * What all remapping units together can do, from their capability registers: Intel VT-d specification, 10.4.2 and 10.4.3.
 * A unit must have queued invalidation, page tables of 3 or 4 levels, and its fault records in the first page of its registers, and
 * need no flush of write buffers.
 */
final class RemappingFeatures {

    private static final int REGISTER_PAGE = 4096;
    private static final int FAULT_RECORD_BYTES = 16;

    /** Bits of the capability register. */
    private static final long NEEDS_WRITE_FLUSH = 1L << 4;
    private static final long CACHES_ABSENT = 1L << 7;
    private static final int THREE_LEVELS = 1 << 9;
    private static final int FOUR_LEVELS = 1 << 10;
    private static final int ADDRESS_BITS_SHIFT = 16;
    private static final int FAULT_OFFSET_SHIFT = 24;
    private static final int FAULT_COUNT_SHIFT = 40;
    private static final long LARGE_PAGES = 1L << 34;
    private static final long PAGE_SELECTIVE = 1L << 39;
    /** log2 of the most pages in one request. */
    private static final int MOST_PAGES_SHIFT = 48;
    private static final int LARGE_PAGE = 9;

    /** Bits of the extended capability register. */
    private static final long QUEUED_INVALIDATION = 1L << 1;
    private static final long INTERRUPT_REMAPPING = 1L << 3;

    private static final int PAGE_BITS = 12;
    private static final int LEVEL_BITS = 9;

    private boolean suited = true;
    private boolean threeLevels = true;
    private boolean fourLevels = true;
    private int addressBits = Long.SIZE;
    private int domainBits = Integer.SIZE;
    private boolean cachesAbsent;
    private boolean largePages = true;
    private boolean pageSelective = true;
    private boolean remapsInterrupts = true;

    /** Takes one more unit into account. */
    void add(long capability, long extended) {
        boolean fits = faultOffset(capability) + faultRecords(capability) * FAULT_RECORD_BYTES <= REGISTER_PAGE;
        suited &= fits && (extended & QUEUED_INVALIDATION) != 0 && (capability & NEEDS_WRITE_FLUSH) == 0;
        threeLevels &= (capability & THREE_LEVELS) != 0;
        fourLevels &= (capability & FOUR_LEVELS) != 0;
        addressBits = Math.min(addressBits, (int) (capability >>> ADDRESS_BITS_SHIFT & 0x3F) + 1);
        domainBits = Math.min(domainBits, 4 + 2 * (int) (capability & 7));
        cachesAbsent |= (capability & CACHES_ABSENT) != 0;
        largePages &= (capability & LARGE_PAGES) != 0;
        pageSelective &= (capability & PAGE_SELECTIVE) != 0 && (capability >>> MOST_PAGES_SHIFT & 0x3F) >= LARGE_PAGE;
        remapsInterrupts &= (extended & INTERRUPT_REMAPPING) != 0;
    }

    /** Whether devices can be confined with these units. */
    boolean suit() {
        return suited && levels() > 0;
    }

    /** Levels of the page tables of an I/O address space: 3, 4, or 0 if the units have neither in common. */
    int levels() {
        if (threeLevels) {
            return 3;
        }
        return fourLevels ? 4 : 0;
    }

    /** Bits of the addresses that a device can use. */
    int addressBits() {
        return Math.min(addressBits, PAGE_BITS + LEVEL_BITS * levels());
    }

    /** How many domains can be told apart, a power of two. */
    int domains() {
        return 1 << Math.min(domainBits, 16);
    }

    /** Whether a unit remembers that an entry was absent (caching mode), so that new ones must be announced. */
    boolean cachesAbsent() {
        return cachesAbsent;
    }

    /** Whether there are pages of 2 MiB. */
    boolean largePages() {
        return largePages;
    }

    /** Whether the translation of a single page, of either size, can be forgotten. */
    boolean pageSelective() {
        return pageSelective;
    }

    boolean remapsInterrupts() {
        return remapsInterrupts;
    }

    /** Where in a unit's registers its fault records start. */
    static int faultOffset(long capability) {
        return (int) (capability >>> FAULT_OFFSET_SHIFT & 0x3FF) * FAULT_RECORD_BYTES;
    }

    static int faultRecords(long capability) {
        return (int) (capability >>> FAULT_COUNT_SHIFT & 0xFF) + 1;
    }
}
