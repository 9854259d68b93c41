package peaberry.kernel;

/**
 * Whose turn it is: a ring of {@link TimeWindow}s, one of which is open. When it ends, the next one opens.
 *
 * <p>A window ends so long after the one before it was to end, however late that was noticed: lateness does not add up. One
 * that is alone never ends. All operations are O(1).
 */
final class Cycle {

    /** When a window ends that has no end. */
    static final long NEVER = Long.MAX_VALUE;

    /** Takes the place of a partition while there is no window: nobody is ready in it. */
    private final Partition nobody = new Partition();
    private TimeWindow open;
    private long end = NEVER;

    /** The partition whose window is open. */
    Partition partition() {
        return open == null ? nobody : open.partition();
    }

    /** When the open window ends. */
    long end() {
        return end;
    }

    /**
     * Puts a window into the ring.
     *
     * @param window assigned to its partition just now, and not in the ring
     * @param after  a window of the ring that it follows; null for the last one, seen from that which is open
     * @param now    from when the length of a window counts that was alone until now
     */
    void add(TimeWindow window, TimeWindow after, long now) {
        if (open == null) {
            window.previous = window;
            window.next = window;
            open = window;
            return;
        }
        TimeWindow place = after == null ? open.previous : after;
        window.previous = place;
        window.next = place.next;
        place.next.previous = window;
        place.next = window;
        if (end == NEVER) {
            end = now + open.length();
        }
    }

    /** Takes a window out of the ring. If it is open the next one, if there is one, opens now. */
    void remove(TimeWindow window, long now) {
        TimeWindow following = window.next;
        following.previous = window.previous;
        window.previous.next = following;
        window.previous = null;
        window.next = null;
        if (open == window) {
            open = following == window ? null : following;
            end = now + following.length();
        }
        if (open == null || open.next == open) {
            end = NEVER;
        }
    }

    /** Opens the next window if the open one is over. @return whether it was */
    boolean advance(long now) {
        if (now < end) {
            return false;
        }
        open = open.next;
        end = Math.max(end + open.length(), now);
        return true;
    }
}
