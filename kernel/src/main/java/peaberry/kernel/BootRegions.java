package peaberry.kernel;

import peaberry.kernel.arch.BootMemory;

/** Sums of the memory that the loader found free. */
final class BootRegions {

    private BootRegions() {
    }

    /** The number of the largest region; 0 if there is none. */
    static int largest() {
        int largest = 0;
        for (int other = 1; other < count(); other++) {
            if (BootMemory.size(other) > BootMemory.size(largest)) {
                largest = other;
            }
        }
        return largest;
    }

    /** Bytes of the largest region. */
    static long mostInARow() {
        return count() == 0 ? 0 : BootMemory.size(largest());
    }

    /** Bytes of memory in all regions. */
    static long total() {
        long total = 0;
        for (int each = 0; each < count(); each++) {
            total += BootMemory.size(each);
        }
        return total;
    }

    /** The first address after all regions. */
    static long end() {
        long end = 0;
        for (int each = 0; each < count(); each++) {
            end = Math.max(end, BootMemory.base(each).value() + BootMemory.size(each));
        }
        return end;
    }

    /** How many regions of memory there are; those of devices come after them. */
    private static int count() {
        int count = BootMemory.regions();
        while (count > 0 && BootMemory.isDevice(count - 1)) {
            count--;
        }
        return count;
    }
}
