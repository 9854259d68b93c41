package peaberry.launcher;

/**
 * Which faults {@code ./peaberry faults} injects.
 *
 * @param driver the name of its process, or {@link #ALL}
 * @param count how many
 * @param seed what they follow from
 */
record FaultOrder(String driver, long count, long seed) {

    static final FaultOrder DEFAULT = new FaultOrder("serial", 100, 1);

    /** In place of a driver's name: each of them in turn. */
    static final String ALL = "all";

    boolean isForAll() {
        return driver.equals(ALL);
    }

    FaultOrder into(String other) {
        return new FaultOrder(other, count, seed);
    }

    FaultOrder of(long other) {
        return new FaultOrder(driver, other, seed);
    }

    FaultOrder from(long other) {
        return new FaultOrder(driver, count, other);
    }

    /** The line that the guest waits for. */
    String line() {
        return driver + " " + count + " " + seed + "\r";
    }
}
