package peaberry.faults.code;

/** What is done to a driver: faults as programmers and hardware make them. */
public enum FaultType {
    SOURCE_REGISTER("source register"),
    DESTINATION_REGISTER("destination register"),
    INVERTED_BRANCH("inverted branch"),
    DROPPED_INSTRUCTION("dropped instruction"),
    BAD_POINTER("bad pointer"),
    OFF_BY_ONE("off by one"),
    GARBAGE_REGISTER("garbage register"),
    STUCK_LOOP("stuck loop"),
    CORRUPTED_MESSAGE("corrupted message"),
    /** Words of the driver's writable data, instead of its code. */
    DATA("data");

    private static final FaultType[] ALL = values();

    private final String text;

    FaultType(String text) {
        this.text = text;
    }

    /** In a reader's words. */
    public String text() {
        return text;
    }

    public static int count() {
        return ALL.length;
    }

    /** @param ordinal 0 to {@link #count()} - 1 */
    public static FaultType of(int ordinal) {
        return ALL[ordinal];
    }
}
