package peaberry.runtime;

/** A recorded fault, filled by {@link SystemService#fault}. */
public final class FaultInfo {

    /** Counts all faults since boot, from 1. */
    public long serial;
    public long ticksSinceBoot;
    public long instructionPointer;
    /** How many times the process had been restarted when this was recorded, this time included. */
    public long restarts;
    public final Text name = new Text(Names.MAX_BYTES);
    /** What happened and where. */
    public final Text text = new Text(SystemRequest.MAX_TEXT);

    private final byte[] bytes = new byte[SystemRequest.MAX_TEXT];

    /** Empty, until it is filled. */
    public FaultInfo() {
    }

    void read() {
        serial = Message.word(0);
        ticksSinceBoot = Message.word(1);
        instructionPointer = Message.word(2);
        restarts = Message.word(3);
        int length = (int) Math.max(0, Math.min(Message.word(4), bytes.length));
        Names.get(SystemRequest.NAME_WORD, name.clear());
        Message.bytes(SystemRequest.TEXT_WORD, bytes, length);
        text.clear();
        for (int i = 0; i < length; i++) {
            text.appendByte(bytes[i]);
        }
    }
}
