package peaberry.abi;

/** The bits by which the supervisor tells signals apart: each process has one for its signs of life, and one for what its device tried. */
public final class SupervisorBadges {

    private static final int BLOCKED_SHIFT = SystemTable.MAX_PROCESSES + 1;

    private SupervisorBadges() {
    }

    /** @param number of the process, 1 to {@link SystemTable#MAX_PROCESSES} */
    public static long signOfLife(int number) {
        return 1L << number;
    }

    /** @param number of the process, 1 to {@link SystemTable#MAX_PROCESSES} */
    public static long blockedAccess(int number) {
        return 1L << number + BLOCKED_SHIFT;
    }
}
