package peaberry.faults;

import peaberry.faults.code.FaultType;
import peaberry.faults.code.Mutation;
import peaberry.faults.code.ProgramCode;
import peaberry.runtime.RandomNumbers;

/** Which fault comes next: it follows from the seed and the driver's code alone. */
final class Plan {

    /** Bytes of data that are changed at once: a word. */
    static final int DATA_BYTES = Long.BYTES;

    /** So many instructions are drawn; then the next one that will do is taken, since there may be few. */
    private static final int DRAWS = 64;

    private final RandomNumbers random = new RandomNumbers(1);
    private final Mutation mutation = new Mutation();
    private final byte[] word = new byte[DATA_BYTES];
    private FaultType type = FaultType.DATA;
    private long offset;

    /** @param seed not 0 */
    void start(long seed) {
        random.restart(seed);
    }

    /** Chooses the next fault. @param dataBytes how much data the driver has, more than a word @return whether one was found */
    boolean next(ProgramCode code, long dataBytes) {
        type = FaultType.of(random.below(FaultType.count()));
        if (type == FaultType.DATA) {
            chooseWord(dataBytes);
            return true;
        }
        int index = 0;
        for (int i = 0; i < DRAWS + code.instructions(); i++) {
            index = i < DRAWS ? random.below(code.instructions()) : (index + 1) % code.instructions();
            if (mutation.make(type, code, index, random)) {
                offset = mutation.start();
                return true;
            }
        }
        return false;
    }

    FaultType type() {
        return type;
    }

    /** From the start of the code, or with {@link FaultType#DATA} of the data. */
    long offset() {
        return offset;
    }

    /** What is to be there. */
    byte[] bytes() {
        return type == FaultType.DATA ? word : mutation.bytes();
    }

    /** How many of them. */
    int count() {
        return type == FaultType.DATA ? DATA_BYTES : mutation.count();
    }

    private void chooseWord(long dataBytes) {
        offset = (long) random.below((int) (dataBytes / DATA_BYTES)) * DATA_BYTES;
        long value = random.next();
        for (int i = 0; i < DATA_BYTES; i++) {
            word[i] = (byte) (value >>> Byte.SIZE * i);
        }
    }
}
