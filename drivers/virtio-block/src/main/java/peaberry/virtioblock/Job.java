package peaberry.virtioblock;

import peaberry.block.BlockDevice;
import peaberry.runtime.Caller;
import peaberry.runtime.Window;

/** A request that is not carried out yet: who waits for it, what it is about, and where what it reads is to go. Nobody waits for what is prepared, nor for most of what is posted. */
final class Job {

    enum Kind {
        READ, WRITE, FLUSH,
        /** A write that a flush follows. */
        WRITE_THROUGH,
        /** A read that nobody asked for yet. */
        PREPARE,
        /** A write whose end is told to who collects. */
        POST,
        /** Waits for the client's posted writes; the device has no part in it. */
        COLLECT
    }

    private enum State { FREE, WAITING, SUBMITTED }

    static final Caller NOBODY = new Caller(0);

    private final int number;
    private State state = State.FREE;
    private Kind kind = Kind.FLUSH;
    private Caller caller = NOBODY;
    private int client;
    /** Counts all jobs. */
    private long arrival;
    private long sector;
    private int count;
    private int ahead;
    private Window window = Window.at(0);
    private long offset;

    /** @param number at the device */
    Job(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether somebody waits for it, as soon as it has begun. */
    boolean hasCaller() {
        return number < BlockUnit.CALLERS;
    }

    Kind kind() {
        return kind;
    }

    long sector() {
        return sector;
    }

    /** How many sectors, or how many posted writes its client collects. */
    int count() {
        return count;
    }

    /** Who posted or collects. */
    int client() {
        return client;
    }

    /** How many sectors behind these its caller is to read next. */
    int ahead() {
        return ahead;
    }

    boolean isFree() {
        return state == State.FREE;
    }

    /** Whether the device does not know of it yet. */
    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** It begins, and waits. @param since how many came before */
    void begin(Kind what, Caller who, long since, long first, int sectors) {
        kind = what;
        caller = who;
        arrival = since;
        sector = first;
        count = sectors;
        state = State.WAITING;
    }

    /** What it reads goes there. @param next how many sectors its caller is to read next */
    void setDestination(int next, Window to, long at) {
        ahead = next;
        window = to;
        offset = at;
    }

    /** Says who posts or collects. */
    void setClient(int number) {
        client = number;
    }

    /** Whether the other one came before and has to be done before: one of them writes what the other reads or writes, this one reads what the other one prepares, or collects what it posts. */
    boolean follows(Job other) {
        boolean prepared = kind == Kind.READ && other.kind == Kind.PREPARE && sector == other.sector && count == other.count;
        boolean posted = kind == Kind.COLLECT && other.kind == Kind.POST && client == other.client;
        boolean both = hasSectors() && other.hasSectors() && (writes() || other.writes());
        boolean overlap = sector < other.sector + other.count && other.sector < sector + count;
        return !other.isFree() && other.arrival < arrival && (prepared || posted || both && overlap);
    }

    private boolean hasSectors() {
        return kind != Kind.FLUSH && kind != Kind.COLLECT;
    }

    private boolean writes() {
        return kind == Kind.WRITE || kind == Kind.WRITE_THROUGH || kind == Kind.POST;
    }

    /** What is left of it is a flush. */
    void goOnToFlush() {
        kind = Kind.FLUSH;
        state = State.WAITING;
    }

    /** The device knows of it. */
    void setSubmitted() {
        state = State.SUBMITTED;
    }

    Window window() {
        return window;
    }

    long offset() {
        return offset;
    }

    /** How many bytes it has read for its caller. */
    int bytesRead() {
        return kind == Kind.READ ? count * BlockDevice.SECTOR_BYTES : 0;
    }

    /** It is over. @return who is to be answered */
    Caller end() {
        state = State.FREE;
        return caller;
    }
}
