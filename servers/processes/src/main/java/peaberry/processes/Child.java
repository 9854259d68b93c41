package peaberry.processes;

import peaberry.abi.CapabilityType;
import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Reason;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.SchedContext;
import peaberry.runtime.Text;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.VSpace;
import peaberry.runtime.Window;

/**
 * A process that was started for a client: who that is, what it is made of, and how it ended. All of it is in a {@link Blocks block} of its own; the capabilities of its objects are in a
 * table made from that, too, {@link #at} its places.
 */
final class Child {

    /** What there is of it. */
    enum State {
        NONE, BEGUN, STARTED,
        /** Nothing, but somebody is to hear how it ended. */
        ENDED
    }

    /** Places in its table. */
    static final int TABLE = 1;
    static final int SPACE = 2;
    static final int THREAD = 3;
    static final int CONTEXT = 4;
    static final int WINDOW = 5;
    static final int FAULTS = 6;
    static final int FIRST_OTHER = 7;

    /** What it is called: the first of its arguments. */
    final Text name = new Text(Spawner.MAX_NAME);
    /** From 0: which one of all children it is, whatever its client calls it. */
    final int index;

    State state = State.NONE;
    /** By which all know it, as {@link peaberry.process.ProgramTable} says. */
    int program;
    /** Who started it, and by which number it is known there. */
    int client;
    int number;
    int group;
    Image image;
    /** Of the memory that all of it is made from; of the memory that it makes objects from itself, or {@link Blocks#NONE}. */
    int block;
    int objects;
    /** Its own slot with that. */
    int objectsSlot;
    /** The next empty place. */
    int next;
    /** Where pages are that were made and are not mapped: from this place up to that one. */
    int ready;
    int readyEnd;
    /** Where its message buffer is, and the page with what it was given. */
    int buffer;
    int startPage;
    int grants;
    /** Whether it was given an end of a pipe. */
    boolean hasPipes;
    /** Which one of all that were ever let start programs it is; 0 if it was not. */
    int epoch;

    Reason reason = Reason.EXITED;
    int status;
    /** Whether it has no time now, and whether that is still to be told. */
    boolean isStopped;
    boolean isStopUntold;
    FaultKind fault = FaultKind.PAGE_FAULT;
    long detail;
    long instruction;

    private final Own own;
    private int tableSlot;

    Child(int index, Own own) {
        this.index = index;
        this.own = own;
    }

    /** Says where the table of its objects goes. @param slot an empty one of the server's */
    void place(int slot) {
        tableSlot = slot;
    }

    /** The client that it is itself. */
    int asClient() {
        return Numbers.FIRST_CHILD + index;
    }

    /** Of the client that it was started by: bytes that it takes. */
    long memory(Blocks blocks) {
        return (1L << blocks.bits(block)) + (objects == Blocks.NONE ? 0 : 1L << blocks.bits(objects));
    }

    /** Bytes of these of which nothing was made. */
    long unusedMemory(Blocks blocks) {
        return (1L << blocks.bits(block)) - blocks.usedBytes(block) + unusedObjects(blocks);
    }

    /** The same of the memory that it makes objects from itself, as long as it has that where it was put. */
    long unusedObjects(Blocks blocks) {
        boolean isThere = objects != Blocks.NONE && table().inspect(objectsSlot) == KernelError.NONE
                && CNode.inspectType() == CapabilityType.UNTYPED.ordinal() && CNode.inspectDetail() == blocks.bits(objects);
        return isThere ? (1L << blocks.bits(objects)) - CNode.inspectSecondDetail() : 0;
    }

    boolean isAlive() {
        return state == State.BEGUN || state == State.STARTED;
    }

    void exited(int said) {
        reason = Reason.EXITED;
        status = said;
    }

    /** @param how as a status tells it */
    void killed(int how) {
        reason = Reason.KILLED;
        status = how;
    }

    /** @return whether it went on until now */
    boolean stop() {
        if (state != State.STARTED || isStopped) {
            return false;
        }
        context().unbind();
        isStopped = true;
        isStopUntold = true;
        reason = Reason.STOPPED;
        status = Spawner.STATUS_STOPPED;
        return true;
    }

    void resume() {
        if (isAlive() && isStopped) {
            context().bind(thread());
            isStopped = false;
            isStopUntold = false;
        }
    }

    /** Whether there is something to tell of it. */
    boolean hasNews() {
        return state == State.ENDED || isStopUntold;
    }

    void failed(FaultKind how, long what, long where) {
        reason = Reason.FAILED;
        status = Spawner.STATUS_FAILED;
        fault = how;
        detail = what;
        instruction = where;
    }

    /** The server's slot with the table of its objects. */
    int tableSlot() {
        return tableSlot;
    }

    /** The table of its objects. */
    CNode objectTable() {
        return CNode.at(tableSlot);
    }

    /** The address of what is at a place of the table of its objects. */
    int at(int place) {
        return own.in(tableSlot, place);
    }

    /** Its own table: what it holds. */
    CNode table() {
        return CNode.at(at(TABLE));
    }

    VSpace space() {
        return VSpace.at(at(SPACE));
    }

    ThreadControl thread() {
        return ThreadControl.at(at(THREAD));
    }

    SchedContext context() {
        return SchedContext.at(at(CONTEXT));
    }

    Capability faultEndpoint() {
        return Capability.at(at(FAULTS));
    }

    /** On all of its address space that holds program, stack, and what it is told. */
    Window window() {
        return Window.at(at(WINDOW));
    }

    Frame frame(int place) {
        return Frame.at(at(place));
    }
}
