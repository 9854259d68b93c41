package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Guard;
import peaberry.abi.Rights;

/**
 * Finds the slot that an address names, from the low bits up: a CNode takes the bits of its guard, which must be as the guard
 * says, and then those of an index. If the rest is 0, that is the slot; else the slot must hold another CNode, which goes on
 * with the rest. Index 0 never names a capability, so an address is never complete too early. The levels are limited, so that
 * the time is bounded whatever CNodes hold each other.
 */
final class CapabilityAddress {

    /** As many CNodes lie on the way at most. */
    static final int MOST_LEVELS = 4;

    private CapabilityAddress() {
    }

    /**
     * @param root   a capability of a CNode
     * @param needed what the capabilities of all CNodes on the way must allow
     * @return perhaps an empty slot; null if the address names none
     */
    static Slot resolve(Slot root, long address, Rights needed) {
        Slot table = root;
        long rest = address;
        for (int level = 0; level < MOST_LEVELS; level++) {
            Guard guard = new Guard(table.badge());
            if (!guard.matches(rest) || !table.rights().include(needed)) {
                return null;
            }
            CNode node = (CNode) table.object();
            long indexed = guard.strip(rest);
            Slot slot = node.slot(indexed & node.slots() - 1);
            rest = indexed >>> Long.numberOfTrailingZeros(node.slots());
            if (slot == null || rest == 0) {
                return slot;
            }
            if (slot.type() != CapabilityType.CNODE) {
                return null;
            }
            table = slot;
        }
        return null;
    }
}
