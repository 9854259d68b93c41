package peaberry.kernel.explore;

/** What is explored: something that does one of a number of events and can be put back. */
public interface Subject {

    /** All that there is to know of the state. */
    World world();

    /** How many different events there are; they are numbered from 0. */
    int events();

    /** Whether the event can happen now. */
    boolean isPossible(int event);

    /** The event in a few words. */
    String describe(int event);

    /** What thread or other cause the event has now, in a few words. */
    String actor();

    /** Remembers what {@link #judge} compares with. */
    void remember();

    /** Lets the event happen, and removes from the state what has no meaning any more. */
    void perform(int event);

    /** Whether the event was allowed to do what it did. @param changed a cell that differs from what was remembered, or -1 */
    void judge(int event, int changed);

    /** Whether all is as it must be between two events. */
    void check();
}
