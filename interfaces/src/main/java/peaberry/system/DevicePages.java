package peaberry.system;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;

/** A look at devices' memory, a page at a time, for the one process that may touch that of any device. */
@Interface(outcomes = DevicePages.Outcome.class)
public interface DevicePages {

    /**
     * Maps a page of devices' memory into the caller, where {@code peaberry.runtime.DevicePage} is, in place of what was shown before: to be
     * read and written, not cached. {@link Outcome#REFUSED} if it is no device's memory: nothing is shown then.
     *
     * @param page its physical address, a multiple of 4096
     */
    @Idempotent
    void show(@Range(max = Long.MAX_VALUE) long page);

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no memory of devices, or it is the kernel's. */
        REFUSED
    }
}
