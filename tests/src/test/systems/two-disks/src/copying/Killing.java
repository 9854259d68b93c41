package copying;

import peaberry.abi.Interface;
import peaberry.abi.Range;

/** What ends two drivers again and again. */
@Interface
public interface Killing {

    /**
     * Begins to end the source's driver and the target's.
     *
     * @param pause between one time and the next, in microseconds
     */
    void begin(Target target, @Range(min = 1, max = Integer.MAX_VALUE) int pause);

    /** Ends it, and says how often each of the two drivers was made anew. */
    Toll end();

    /** Whose driver dies beside the source's. */
    enum Target { VIRTIO, SATA }

    record Toll(long source, long target) {
    }
}
