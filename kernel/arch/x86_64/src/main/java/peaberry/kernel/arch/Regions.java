package peaberry.kernel.arch;

import peaberry.abi.UserLayout;

/** Ranges of physical memory, of whole pages, that do not overlap. */
final class Regions {

    /** The most that are kept apart. */
    static final int MAX_REGIONS = 64;

    private final long[] starts = new long[MAX_REGIONS];
    private final long[] ends = new long[MAX_REGIONS];
    private int count;

    int count() {
        return count;
    }

    /** First address of a region. @param region 0 to {@link #count()} - 1 */
    long start(int region) {
        return starts[checked(region)];
    }

    /** End of a region. @param region 0 to {@link #count()} - 1 */
    long end(int region) {
        return ends[checked(region)];
    }

    /** What lies behind the last region in the arrays is no memory that is free. */
    private int checked(int region) {
        if (region >= count) {
            throw new IllegalArgumentException("there is no such region of memory");
        }
        return region;
    }

    /** Adds the whole pages of a range. What overlaps an earlier region is in the new one; one too many is left out. */
    void add(long start, long end) {
        long firstPage = roundUp(start);
        long lastPage = end & -UserLayout.PAGE;
        reserve(firstPage, lastPage);
        append(firstPage, lastPage);
    }

    /** Takes the pages of a range out of all regions. What follows the range in a region becomes a region of its own. */
    void reserve(long start, long end) {
        if (start >= end) {
            return;
        }
        long firstByte = start & -UserLayout.PAGE;
        long lastByte = roundUp(end);
        for (int region = count - 1; region >= 0; region--) {
            long oldStart = starts[region];
            long oldEnd = ends[region];
            if (firstByte < oldEnd && lastByte > oldStart) {
                remove(region);
                append(oldStart, firstByte);
                append(lastByte, oldEnd);
            }
        }
    }

    /**
     * Takes pages from the end of the largest region.
     *
     * @param bytes a multiple of the page size
     * @return their address; 0 if no region is larger
     */
    long take(long bytes) {
        int largest = 0;
        for (int region = 1; region < count; region++) {
            if (ends[region] - starts[region] > ends[largest] - starts[largest]) {
                largest = region;
            }
        }
        if (bytes <= 0 || bytes % UserLayout.PAGE != 0 || count == 0 || ends[largest] - starts[largest] <= bytes) {
            return 0;
        }
        ends[largest] -= bytes;
        return ends[largest];
    }

    private void append(long start, long end) {
        if (start >= 0 && start < end && count < MAX_REGIONS) {
            starts[count] = start;
            ends[count] = end;
            count++;
        }
    }

    private void remove(int region) {
        count--;
        starts[region] = starts[count];
        ends[region] = ends[count];
    }

    private static long roundUp(long address) {
        return address + UserLayout.PAGE - 1 & -UserLayout.PAGE;
    }
}
