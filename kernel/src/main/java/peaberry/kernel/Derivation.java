package peaberry.kernel;

import peaberry.machine.Trusted;

/**
 * A place in the derivation tree: which capability was made from which. What was made from untyped memory, and each
 * copy, is a child of its source; revoking a capability deletes all below it.
 *
 * <p>Invariant: the links are symmetric. A slot is in its parent's list of children exactly if it names that parent;
 * {@code next} and {@code previous} of neighbours name each other. Empty slots have no links.
 *
 * <p>That untyped memory without children is in nobody's hands rests on these links: only this class writes them, and
 * only trusted classes have it done, together with the change of the capability itself.
 */
@Trusted
abstract sealed class Derivation permits Slot {

    private Slot parent;
    private Slot firstChild;
    private Slot next;
    private Slot previous;

    /** The capability from which this one was made, or null. */
    Slot parent() {
        return parent;
    }

    /** The first of the capabilities that were made from this one, or null. */
    Slot firstChild() {
        return firstChild;
    }

    /** The next child of the same parent, or null. */
    Slot next() {
        return next;
    }

    /** The previous child of the same parent, or null if this is the first. */
    Slot previous() {
        return previous;
    }

    /** Makes {@code child}, which has no links, the first child of {@code above}. */
    @Trusted
    static void insert(Slot child, Slot above) {
        Derivation place = child;
        place.parent = above;
        link(child, above.firstChild(), above);
        link(null, child, above);
    }

    /** Puts {@code to}, which has no links, where {@code from} is, with its children. */
    @Trusted
    static void replace(Slot from, Slot to) {
        Derivation old = from;
        Derivation place = to;
        place.parent = old.parent;
        place.firstChild = old.firstChild;
        adopt(old.firstChild, to);
        link(old.previous, to, old.parent);
        link(to, old.next, old.parent);
        old.leave();
    }

    /** Takes a slot out of the tree; its children become children of its parent. */
    @Trusted
    static void remove(Slot slot) {
        Derivation old = slot;
        link(old.previous, old.firstChild, old.parent);
        link(old.firstChild == null ? old.previous : adopt(old.firstChild, old.parent), old.next, old.parent);
        old.leave();
    }

    /** Gives a row of children another parent. @return the last of them, or null */
    private static Slot adopt(Slot first, Slot above) {
        Slot last = null;
        for (Derivation child = first; child != null; child = child.next) {
            child.parent = above;
            last = (Slot) child;
        }
        return last;
    }

    /** Makes {@code second} follow {@code first}, or, if that is null, come first among the children of {@code above}. */
    private static void link(Derivation first, Slot second, Derivation above) {
        Derivation follower = second;
        if (follower != null) {
            follower.previous = (Slot) first;
        }
        if (first != null) {
            first.next = second;
        } else if (above != null) {
            above.firstChild = second;
        }
    }

    private void leave() {
        parent = null;
        firstChild = null;
        next = null;
        previous = null;
    }
}
