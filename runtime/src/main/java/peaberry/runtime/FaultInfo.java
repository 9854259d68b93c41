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
    /** What happened. */
    public final Text text = new Text(SystemRequest.MAX_TEXT);
    /** Where: class, method and line. Empty if the process did not fail by itself. */
    public final Text place = new Text(SystemRequest.MAX_PLACE);

    /** Empty, until it is filled. */
    public FaultInfo() {
    }

    void read() {
        serial = Message.word(0);
        ticksSinceBoot = Message.word(1);
        instructionPointer = Message.word(2);
        restarts = Message.word(3);
        Names.get(SystemRequest.NAME_WORD, name.clear());
        Message.text(SystemRequest.TEXT_WORD, Message.word(4), text.clear());
        Message.text(SystemRequest.PLACE_WORD, Message.word(5), place.clear());
    }
}
