package peaberry.abi;

/** The slots of a program that are the same in each. What else it was given follows, and is found by name ({@link GrantTable}). */
public final class ProgramSlots {

    /** The endpoint on which a server receives. */
    public static final int SERVICE = 1;
    /** First of a server's reply objects. */
    public static final int FIRST_REPLY = 2;
    /** How many reply objects a server has. */
    public static final int MAX_REPLIES = 4;
    /** First slot of what has a name. */
    public static final int FIRST_NAMED = 6;

    private ProgramSlots() {
    }
}
