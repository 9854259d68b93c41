package peaberry.kernel;

import peaberry.abi.Rights;

/**
 * The derivation tree: which capability was made from which. What was made from untyped memory, and each copy, is a
 * child of its source; revoking a capability deletes all below it.
 *
 * <p>Invariant: the links are symmetric. A slot is in its parent's list of children exactly if it names that parent;
 * {@code next} and {@code previous} of neighbours name each other. Empty slots have no links.
 */
final class Derivation {

    private Derivation() {
    }

    /** Makes {@code child}, which has no links, the first child of {@code parent}. */
    static void insert(Slot child, Slot parent) {
        Slot sibling = parent.firstChild;
        child.parent = parent;
        child.next = sibling;
        if (sibling != null) {
            sibling.previous = child;
        }
        parent.firstChild = child;
    }

    /**
     * Fills {@code destination}, which is empty, with a capability derived from {@code source}. Nothing happens if
     * {@code source} is empty: replacing what an object held before may have deleted it.
     */
    static void copy(Slot destination, Slot source, Rights rights, long badge) {
        if (source.isEmpty()) {
            return;
        }
        destination.assign(source, rights, badge);
        insert(destination, source);
    }

    /** Takes a slot out of the tree; its children become children of its parent. */
    static void remove(Slot slot) {
        Slot parent = slot.parent;
        Slot last = null;
        for (Slot child = slot.firstChild; child != null; child = child.next) {
            child.parent = parent;
            last = child;
        }
        if (last == null) {
            link(slot.previous, slot.next, parent);
        } else {
            link(slot.previous, slot.firstChild, parent);
            last.next = slot.next;
            if (slot.next != null) {
                slot.next.previous = last;
            }
        }
        unlink(slot);
    }

    /** Puts {@code to}, which has no links, where {@code from} is, with its children. */
    static void replace(Slot from, Slot to) {
        to.parent = from.parent;
        to.firstChild = from.firstChild;
        to.next = from.next;
        for (Slot child = from.firstChild; child != null; child = child.next) {
            child.parent = to;
        }
        link(from.previous, to, from.parent);
        if (to.next != null) {
            to.next.previous = to;
        }
        unlink(from);
    }

    /** Makes {@code second} follow {@code first}, or, if that is null, come first among the children of {@code parent}. */
    private static void link(Slot first, Slot second, Slot parent) {
        if (second != null) {
            second.previous = first;
        }
        if (first != null) {
            first.next = second;
        } else if (parent != null) {
            parent.firstChild = second;
        }
    }

    private static void unlink(Slot slot) {
        slot.parent = null;
        slot.firstChild = null;
        slot.next = null;
        slot.previous = null;
    }
}
