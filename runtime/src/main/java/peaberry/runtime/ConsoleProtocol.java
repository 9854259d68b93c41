package peaberry.runtime;

/** What is said between the console's driver and its clients: labels of requests, and where the words are. */
public final class ConsoleProtocol {

    /**
     * Word 0: how many bytes, 0 to {@link #MAX_BYTES}; the bytes themselves in words from {@link #DATA_WORD} on.
     * Answered when the device has taken the last one.
     */
    public static final int WRITE = 1;
    /** Answered with one byte in word 0 as soon as there is one. */
    public static final int READ = 2;
    /** From an operator only: the driver fails in a way that its supervisor notices. Not answered. */
    public static final int CRASH = 3;

    /** First word of the bytes that are written. */
    public static final int DATA_WORD = 6;
    /** The most bytes in a message: 114 words. */
    public static final int MAX_BYTES = 912;

    private ConsoleProtocol() {
    }
}
