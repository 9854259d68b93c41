package peaberry.kernel;

import peaberry.kernel.arch.BootMemory;

/** Sums of the memory that the loader found free. */
final class BootRegions {

    private BootRegions() {
    }

    /** The number of the largest region; 0 if there is none. */
    static int largest() {
        int largest = 0;
        for (int other = 1; other < BootMemory.regions(); other++) {
            if (BootMemory.size(other) > BootMemory.size(largest)) {
                largest = other;
            }
        }
        return largest;
    }

    /** Bytes of memory in all regions. */
    static long total() {
        long total = 0;
        for (int each = 0; each < BootMemory.regions(); each++) {
            total += BootMemory.size(each);
        }
        return total;
    }

    /** The first address after all regions. */
    static long end() {
        long end = 0;
        for (int each = 0; each < BootMemory.regions(); each++) {
            end = Math.max(end, BootMemory.base(each).value() + BootMemory.size(each));
        }
        return end;
    }
}
