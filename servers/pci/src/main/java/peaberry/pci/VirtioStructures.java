package peaberry.pci;

import peaberry.bus.PciBus;

/** Where the structures of a virtio device are, as its vendor's capabilities say (virtio 1.2, section 4.1.4, {@code virtio_pci_cap}). */
final class VirtioStructures {

    private static final int LENGTH = 2;
    private static final int TYPE = 3;
    private static final int BAR = 4;
    private static final int OFFSET = 8;
    private static final int BYTES = 12;
    private static final int EXTRA = 16;
    private static final long MASK = 0xFFFF_FFFFL;

    private final ConfigurationSpace space;
    private final Capabilities capabilities;
    private int bar;
    private long offset;
    private long bytes;
    private long extra;

    VirtioStructures(ConfigurationSpace space) {
        this.space = space;
        capabilities = new Capabilities(space);
    }

    /** Looks for the first structure of a type that is in memory. @return whether there is one: then the others tell about it */
    boolean find(int function, int type) {
        for (int index = 0; index < Capabilities.MOST; index++) {
            int place = capabilities.find(function, Capabilities.VENDOR, index);
            if (place == Capabilities.NONE) {
                return false;
            }
            if (space.read8(function, place + TYPE) == type && read(function, place)) {
                return true;
            }
        }
        return false;
    }

    /** Reads everything once, since what a device says may be different the next time. */
    private boolean read(int function, int place) {
        bar = space.read8(function, place + BAR);
        offset = space.read32(function, place + OFFSET) & MASK;
        bytes = space.read32(function, place + BYTES) & MASK;
        extra = space.read8(function, place + LENGTH) < EXTRA + Integer.BYTES ? 0 : space.read32(function, place + EXTRA) & MASK;
        return bar < PciBus.BARS;
    }

    /** Number of the base address register, 0 to 5. */
    int bar() {
        return bar;
    }

    /** Where it starts in the memory that the register names; it need not be there. */
    long offset() {
        return offset;
    }

    /** How long it is. */
    long bytes() {
        return bytes;
    }

    /** What follows the others, if the capability is so long; else 0. */
    long extra() {
        return extra;
    }
}
