package peaberry.kernel;

/**
 * All alarms that are set, the earliest first: a leftist heap (C. A. Crane, 1972) whose nodes stand in their owners, so
 * there is no limit to their number and nothing is allocated.
 *
 * <p>Invariant: no alarm is earlier than its parent; the rank of a left child is at least that of the right one, so that a
 * path along right children has at most log2(n + 1) nodes. Links between parent and child are symmetric. Looking at the
 * first alarm is O(1), setting and clearing one O(log n).
 */
final class Alarms {

    private Alarm first;

    /** The earliest alarm, or null. */
    Alarm first() {
        return first;
    }

    /** Sets an alarm, or sets it anew. @param time in ticks */
    void set(Alarm alarm, long time) {
        clear(alarm);
        alarm.time = time;
        alarm.set = true;
        adopt(null, merge(first, alarm));
    }

    /** Clears an alarm, if it is set. */
    void clear(Alarm alarm) {
        if (!alarm.set) {
            return;
        }
        alarm.set = false;
        Alarm parent = alarm.parent;
        boolean wasLeft = parent != null && parent.left == alarm;
        Alarm rest = merge(alarm.left, alarm.right);
        alarm.parent = null;
        alarm.left = null;
        alarm.right = null;
        alarm.rank = 1;
        if (parent == null) {
            adopt(null, rest);
            return;
        }
        if (wasLeft) {
            parent.left = rest;
        } else {
            parent.right = rest;
        }
        adopt(parent, rest);
        Alarm node = parent;
        while (node != null && isRebalanced(node)) {
            node = node.parent;
        }
    }

    /** Merges two heaps. @return the root, whose parent is not set */
    private static Alarm merge(Alarm one, Alarm other) {
        Alarm root = null;
        Alarm last = null;
        Alarm a = one;
        Alarm b = other;
        while (a != null && b != null) {
            boolean later = b.time < a.time;
            Alarm next = later ? b : a;
            Alarm rest = later ? a : b;
            if (last == null) {
                root = next;
            } else {
                last.right = next;
                next.parent = last;
            }
            last = next;
            a = next.right;
            b = rest;
        }
        Alarm tail = a == null ? b : a;
        if (last == null) {
            return tail;
        }
        last.right = tail;
        if (tail != null) {
            tail.parent = last;
        }
        Alarm node = last;
        while (node != root) {
            isRebalanced(node);
            node = node.parent;
        }
        isRebalanced(root);
        return root;
    }

    /** Restores the order of a node's children and its rank. @return whether the rank changed */
    private static boolean isRebalanced(Alarm node) {
        if (rank(node.left) < rank(node.right)) {
            Alarm smaller = node.left;
            node.left = node.right;
            node.right = smaller;
        }
        int rank = rank(node.right) + 1;
        boolean changed = rank != node.rank;
        node.rank = rank;
        return changed;
    }

    private void adopt(Alarm parent, Alarm child) {
        if (child != null) {
            child.parent = parent;
        }
        if (parent == null) {
            first = child;
        }
    }

    private static int rank(Alarm node) {
        return node == null ? 0 : node.rank;
    }
}
