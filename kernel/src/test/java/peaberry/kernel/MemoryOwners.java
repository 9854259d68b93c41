package peaberry.kernel;

import static peaberry.kernel.Invariant.MEMORY_HAS_ONE_OWNER;

import java.util.Arrays;
import java.util.List;
import peaberry.abi.CapabilityType;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.kernel.explore.World;

/** Who owns which memory: each object its footprint, frames and tables their pages, untyped memory what is left of it. */
final class MemoryOwners {

    private final TestKernel kernel;
    private final World world;
    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private int count;

    MemoryOwners(TestKernel kernel, World world) {
        this.kernel = kernel;
        this.world = world;
    }

    void check(List<Slot> slots) {
        count = 0;
        world.each(KernelObject.class, object -> {
            if (object instanceof VSpace space) {
                own(space.root().value(), UserLayout.PAGE);
            }
            own(world.addressOf(object), world.footprintOf(object));
        });
        for (Slot slot : slots) {
            add(slot);
        }
        sort();
        for (int i = 1; i < count; i++) {
            MEMORY_HAS_ONE_OWNER.require(ends[i - 1] <= starts[i], "two owners at " + Long.toHexString(starts[i]));
        }
    }

    private void add(Slot slot) {
        if (!world.isEmbedded(slot)) {
            own(world.addressOf(slot), 1L << ObjectType.SLOT_BITS);
        }
        Slot parent = slot.parent();
        boolean first = parent == null || parent.type() != slot.type() || slot.type() == CapabilityType.UNTYPED;
        long base = slot.base().value();
        switch (slot.type()) {
            case UNTYPED -> {
                long free = base + used(slot);
                long end = base + (1L << slot.sizeBits());
                MEMORY_HAS_ONE_OWNER.require(free <= end, "more is handed out than there is");
                own(free, end - free);
                checkInside(slot, base, free);
            }
            case FRAME, PAGE_TABLE -> own(base, first ? 1L << slot.sizeBits() : 0);
            default -> { }
        }
    }

    /** Memory without children comes back only when nothing is doomed that may lie there. */
    private long used(Slot untyped) {
        return kernel.processor.deletion.doomed() == null ? Untyped.used(untyped) : untyped.extent();
    }

    private void checkInside(Slot untyped, long base, long end) {
        int length = 0;
        for (Slot child = untyped.firstChild(); child != null && length < 1_000; child = child.next()) {
            long address = child.object() == null ? child.base().value() : world.addressOf(child.object());
            boolean inside = address >= base && address < end || child.type() == CapabilityType.ZOMBIE;
            MEMORY_HAS_ONE_OWNER.require(inside, "a child outside of what was handed out");
            length++;
        }
    }

    private void own(long start, long bytes) {
        if (bytes == 0) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = start + bytes;
    }

    /** By insertion: there are few, and most are in order. */
    private void sort() {
        for (int i = 1; i < count; i++) {
            long start = starts[i];
            long end = ends[i];
            int at = i;
            while (at > 0 && starts[at - 1] > start) {
                starts[at] = starts[at - 1];
                ends[at] = ends[at - 1];
                at--;
            }
            starts[at] = start;
            ends[at] = end;
        }
    }
}
