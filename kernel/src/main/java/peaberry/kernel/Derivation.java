package peaberry.kernel;

import peaberry.machine.Trusted;

/**
 * A place in the derivation tree: which capability was made from which. What was made from untyped memory, and each
 * copy, is a child of its source; revoking a capability deletes all below it.
 *
 * <p>Invariant: the links are symmetric. A slot is in its parent's list of children exactly if it names that parent;
 * {@code next} and {@code previous} of neighbours name each other. The order of the children means nothing. Empty slots have
 * no links. Every operation is O(1): a slot with many children leaves the tree in as many steps, see {@link #handUp}.
 *
 * <p>That untyped memory without children is in nobody's hands rests on these links: only this class writes them, and
 * only trusted classes have it done, together with the change of the capability itself.
 */
@Trusted
abstract sealed class Derivation permits Capability {

    /*@ static invariant (\forall Derivation d; d.next != null; d.next.previous == d && d.next.parent == d.parent);
      @ static invariant (\forall Derivation d; d.previous != null; d.previous.next == d && d.previous.parent == d.parent);
      @ static invariant (\forall Derivation d; d.firstChild != null; d.firstChild.parent == d && d.firstChild.previous == null);
      @ static invariant (\forall Derivation d; d.parent != null && d.previous == null; d.parent.firstChild == d);
      @ static invariant (\forall Derivation d; d.parent == null; d.previous == null && d.next == null);
      @*/
    /** The capability from which this one was made, or null. */
    @Trusted
    /*@ nullable @*/ Slot parent;

    /** The first of the capabilities that were made from this one, or null. */
    @Trusted
    /*@ nullable @*/ Slot firstChild;

    /** The next child of the same parent, or null. */
    @Trusted
    /*@ nullable @*/ Slot next;

    /** The previous child of the same parent, or null if this is the first. */
    @Trusted
    /*@ nullable @*/ Slot previous;

    /** Makes {@code child}, which has no links but perhaps children, the first child of {@code above}. */
    /*@ public normal_behavior
      @ requires \static_invariant_for(Derivation) && child != above && child.parent == null;
      @ ensures \static_invariant_for(Derivation) && child.parent == above && above.firstChild == child;
      @ assignable child.parent, child.next, above.firstChild, above.firstChild.previous;
      @*/
    @Trusted
    static void insert(Slot child, Slot above) {
        child.parent = above;
        child.next = above.firstChild;
        if (child.next != null) {
            child.next.previous = child;
        }
        above.firstChild = child;
    }

    /** Gives the first child of {@code slot}, which has one, to the parent of {@code slot}, or makes it a root. */
    /*@ public normal_behavior
      @ requires \static_invariant_for(Derivation);
      @ requires slot.firstChild != null && slot.firstChild != slot && slot.firstChild != slot.parent;
      @ ensures \static_invariant_for(Derivation);
      @ ensures \old(slot.firstChild).parent == \old(slot.parent) && slot.firstChild == \old(slot.firstChild.next);
      @ assignable \everything;
      @*/
    @Trusted
    static void handUp(Slot slot) {
        Slot child = slot.firstChild;
        remove(child);
        if (slot.parent != null) {
            insert(child, slot.parent);
        }
    }

    /** Puts {@code to}, which has no links, where {@code from} is, and {@code from}, with its children, below it. */
    /*@ public normal_behavior
      @ requires \static_invariant_for(Derivation);
      @ requires to.parent == null && to.firstChild == null && from != to && from.parent != to;
      @ requires from.parent != from;
      @ ensures \static_invariant_for(Derivation);
      @ ensures from.parent == to && to.firstChild == from && to.parent == \old(from.parent);
      @ assignable \everything;
      @*/
    @Trusted
    static void supersede(Slot from, Slot to) {
        if (from.parent != null) {
            insert(to, from.parent);
        }
        remove(from);
        insert(from, to);
    }

    /** Takes {@code slot}, with its children, out of the tree: it becomes a root. */
    /*@ public normal_behavior
      @ requires \static_invariant_for(Derivation);
      @ ensures \static_invariant_for(Derivation) && slot.parent == null && slot.next == null && slot.previous == null;
      @ ensures \old(slot.parent) != null && \old(slot.previous) == null ==> \old(slot.parent).firstChild == \old(slot.next);
      @ assignable slot.parent, slot.next, slot.previous, slot.next.previous, slot.previous.next, slot.parent.firstChild;
      @*/
    @Trusted
    static void remove(Slot slot) {
        if (slot.next != null) {
            slot.next.previous = slot.previous;
        }
        if (slot.previous != null) {
            slot.previous.next = slot.next;
        } else if (slot.parent != null) {
            slot.parent.firstChild = slot.next;
        }
        slot.parent = null;
        slot.previous = null;
        slot.next = null;
    }
}
