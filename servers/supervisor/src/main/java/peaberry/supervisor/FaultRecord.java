package peaberry.supervisor;

import peaberry.runtime.Text;
import peaberry.system.ProcessControl.Outcome;
import peaberry.system.Supervision;
import peaberry.system.SystemControl;

/** One entry of the fault log, at its place in memory that outlives the supervisor. */
final class FaultRecord {

    static final int BYTES = 1024;
    static final int REGISTERS = 18;

    private static final int SERIAL = 0;
    private static final int TICKS = 8;
    private static final int RESTARTS = 16;
    private static final int ADDRESS = 24;
    private static final int OUTAGE = 32;
    private static final int PROCESS = 40;
    private static final int FRAMES = 48;
    private static final int MESSAGES = 56;
    private static final int HAS_REGISTERS = 64;
    private static final int REGISTER = 72;
    private static final int FRAME = REGISTER + REGISTERS * Long.BYTES;
    private static final int MESSAGE = FRAME + Supervision.MAX_FRAMES * Long.BYTES;
    private static final int TEXT = MESSAGE + Supervision.MAX_MESSAGES * 2 * Long.BYTES;
    private static final int MAX_TEXT = SystemControl.MAX_TEXT - 3;
    private static final int PLACE = TEXT + Long.BYTES + SystemControl.MAX_TEXT;

    private final int base;

    FaultRecord(int base) {
        this.base = base;
    }

    void begin(long serial, Ward ward) {
        set(TICKS, Wards.ticksSinceBoot());
        set(RESTARTS, ward.history.restarts() + 1);
        set(PROCESS, ward.number);
        set(ADDRESS, 0);
        set(OUTAGE, 0);
        set(FRAMES, 0);
        set(MESSAGES, 0);
        set(HAS_REGISTERS, 0);
        set(TEXT, 0);
        set(PLACE, 0);
        set(SERIAL, serial);
    }

    void setText(Text text) {
        Kept.write(base + TEXT, text, MAX_TEXT);
    }

    /** Says where the thread failed. */
    void setPlace(long address) {
        set(ADDRESS, address);
        if (Recovery.ROOT.place(process(), address) == Outcome.DONE) {
            Kept.write(base + PLACE, Recovery.ROOT.placeResult(), MAX_TEXT);
        }
    }

    void setOutage(long ticks) {
        set(OUTAGE, ticks);
    }

    /** Takes down what the process's memory and registers tell, while it is there. */
    void takeEvidence() {
        Evidence.take(process(), this);
    }

    void setRegister(int index, long value) {
        set(REGISTER + index * Long.BYTES, value);
        set(HAS_REGISTERS, 1);
    }

    boolean hasRegisters() {
        return get(HAS_REGISTERS) != 0;
    }

    long register(int index) {
        return get(REGISTER + index * Long.BYTES);
    }

    /** Adds a caller's address. @return whether there is room for more */
    boolean addFrame(long address) {
        set(FRAME + frames() * Long.BYTES, address);
        set(FRAMES, frames() + 1L);
        return frames() < Supervision.MAX_FRAMES;
    }

    int frames() {
        return (int) Math.max(0, Math.min(get(FRAMES), Supervision.MAX_FRAMES));
    }

    long frame(int index) {
        return get(FRAME + index * Long.BYTES);
    }

    /** Adds a message that the process had received, the newest first. */
    void addMessage(long badge, long tag) {
        int place = MESSAGE + messages() * 2 * Long.BYTES;
        set(place, badge);
        set(place + Long.BYTES, tag);
        set(MESSAGES, messages() + 1L);
    }

    int messages() {
        return (int) Math.max(0, Math.min(get(MESSAGES), Supervision.MAX_MESSAGES));
    }

    long messageBadge(int index) {
        return get(MESSAGE + index * 2 * Long.BYTES);
    }

    long messageTag(int index) {
        return get(MESSAGE + (index * 2 + 1) * Long.BYTES);
    }

    int process() {
        return (int) get(PROCESS);
    }

    long serial() {
        return get(SERIAL);
    }

    long ticks() {
        return get(TICKS);
    }

    long restarts() {
        return get(RESTARTS);
    }

    long address() {
        return get(ADDRESS);
    }

    long outage() {
        return get(OUTAGE);
    }

    Text appendTextTo(Text to) {
        return Kept.read(base + TEXT, MAX_TEXT, to);
    }

    /** Appends the place behind {@code before}, if one is known. */
    Text appendPlaceTo(Text to, String before) {
        return get(PLACE) == 0 ? to : Kept.read(base + PLACE, MAX_TEXT, to.append(before));
    }

    private long get(int field) {
        return Kept.MEMORY.int64(base + field);
    }

    private void set(int field, long value) {
        Kept.MEMORY.setInt64(base + field, value);
    }
}
