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
    private int function;
    private int found;

    VirtioStructures(ConfigurationSpace space) {
        this.space = space;
        capabilities = new Capabilities(space);
    }

    /** Looks for the first structure of a type that is in memory. @return whether there is one: then the others tell about it */
    boolean find(int ofFunction, int type) {
        function = ofFunction;
        for (int index = 0; index < Capabilities.MOST; index++) {
            found = capabilities.find(function, Capabilities.VENDOR, index);
            if (found == Capabilities.NONE) {
                return false;
            }
            if (space.read8(function, found + TYPE) == type && bar() < PciBus.BARS) {
                return true;
            }
        }
        return false;
    }

    int bar() {
        return space.read8(function, found + BAR);
    }

    long offset() {
        return space.read32(function, found + OFFSET) & MASK;
    }

    long bytes() {
        return space.read32(function, found + BYTES) & MASK;
    }

    /** What follows the others, if the capability is so long; else 0. */
    long extra() {
        return space.read8(function, found + LENGTH) < EXTRA + Integer.BYTES ? 0 : space.read32(function, found + EXTRA) & MASK;
    }
}
