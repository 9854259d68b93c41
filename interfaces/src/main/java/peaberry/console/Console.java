package peaberry.console;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;

/** Bytes to a person and from one. */
@Interface(outcomes = Console.Outcome.class)
public interface Console {

    /** The most bytes that are written at once. */
    int MAX_BYTES = 512;

    /** Answered when the device has taken the last byte. After a restart some bytes may appear twice. */
    @Idempotent
    void write(@Size(MAX_BYTES) byte[] bytes);

    /**
     * Answered with one byte as soon as there is one. A client reads once at a time: if it asks again, its earlier call ends with
     * {@link Outcome#BUSY}.
     */
    @Idempotent
    @Range(max = 255)
    int read();

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** Too many clients wait already, or this one asked again: to be asked later. */
        BUSY
    }
}
