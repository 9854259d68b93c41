package peaberry.supervisor;

/** The latest faults: a ring that forgets the oldest, in memory that outlives the supervisor. */
final class FaultLog {

    static final int CAPACITY = 32;

    private static final FaultRecord[] RECORDS = new FaultRecord[CAPACITY];

    static {
        for (int i = 0; i < CAPACITY; i++) {
            RECORDS[i] = new FaultRecord(Kept.FAULTS + i * FaultRecord.BYTES);
        }
    }

    private FaultLog() {
    }

    /** A record to be filled in: the newest from now on, of that process, with nothing else said. */
    static FaultRecord next(Ward ward) {
        long count = count();
        FaultRecord record = RECORDS[(int) (count % CAPACITY)];
        record.begin(count + 1, ward);
        Kept.MEMORY.setInt64(Kept.FAULT_COUNT, count + 1);
        return record;
    }

    /** How many records are still known. */
    static int size() {
        return (int) Math.min(count(), CAPACITY);
    }

    /** A record. @param index 0, the oldest still known, to {@link #size()} - 1 */
    static FaultRecord at(int index) {
        return RECORDS[(int) ((count() - size() + index) % CAPACITY)];
    }

    private static long count() {
        return Math.max(0, Kept.MEMORY.int64(Kept.FAULT_COUNT));
    }
}
