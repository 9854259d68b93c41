package peaberry.kernel;

/**
 * The list of the slots that are mapped in one address space.
 *
 * <p>Invariant: neighbours name each other; the first slot has no previous one.
 */
final class MappedSlots {

    private Slot first;

    /** The first slot, or null. */
    Slot first() {
        return first;
    }

    /** Adds a slot that is in no list. */
    void add(Slot slot) {
        slot.nextMapped = first;
        if (first != null) {
            first.previousMapped = slot;
        }
        first = slot;
    }

    /** Puts a slot that is in no list in place of one of this list. */
    void replace(Slot old, Slot slot) {
        remove(old);
        add(slot);
    }

    /** Takes a slot of this list out of it. */
    void remove(Slot slot) {
        Slot next = slot.nextMapped;
        Slot previous = slot.previousMapped;
        if (next != null) {
            next.previousMapped = previous;
        }
        if (previous == null) {
            first = next;
        } else {
            previous.nextMapped = next;
        }
        slot.nextMapped = null;
        slot.previousMapped = null;
    }
}
