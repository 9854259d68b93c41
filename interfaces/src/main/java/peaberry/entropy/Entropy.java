package peaberry.entropy;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;

/** Random numbers that nobody can guess: for keys, and for whatever an opponent must not foresee. */
@Interface(outcomes = Entropy.Outcome.class)
public interface Entropy {

    /** The most bytes of one request. */
    int MAX_BYTES = 64;

    /** Random bytes, which nobody else gets. */
    @Idempotent
    @Size(MAX_BYTES)
    byte[] read(@Range(min = 1, max = MAX_BYTES) int count);

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** The source has not given enough yet for numbers that nobody can guess: to be asked later. */
        NOT_READY,
        /** There is no source, or it lacks what its driver demands of one. */
        NO_DEVICE
    }
}
