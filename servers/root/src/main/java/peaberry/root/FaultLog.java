package peaberry.root;

/** The latest faults: a ring that forgets the oldest. */
final class FaultLog {

    static final int CAPACITY = 32;

    private final FaultRecord[] records = new FaultRecord[CAPACITY];
    private long count;

    FaultLog() {
        for (int i = 0; i < CAPACITY; i++) {
            records[i] = new FaultRecord();
        }
    }

    /** A record to be filled in: the newest from now on, without text and place. */
    FaultRecord next() {
        FaultRecord record = records[(int) (count % CAPACITY)];
        count++;
        record.serial = count;
        record.instructionPointer = 0;
        record.text.clear();
        record.place.clear();
        return record;
    }

    /** How many records are still known. */
    int size() {
        return (int) Math.min(count, CAPACITY);
    }

    /** A record. @param index 0, the oldest still known, to {@link #size()} - 1 */
    FaultRecord at(int index) {
        return records[(int) ((count - size() + index) % CAPACITY)];
    }
}
