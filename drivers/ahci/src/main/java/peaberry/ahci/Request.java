package peaberry.ahci;

import peaberry.abi.KernelError;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.PreparedRead;
import peaberry.runtime.Caller;
import peaberry.runtime.Window;

/** What a caller asks for, with a buffer of its own for the data. When the caller was answered it is free for another one. For what is prepared there is no caller, nor for most of what is posted. */
final class Request {

    private static final Window NO_WINDOW = Window.at(0);
    private static final Caller NOBODY = new Caller(0);

    private final int number;
    private final int buffer;
    private Caller caller = NOBODY;
    private boolean underWay;
    /** Whether its end is told to who collects; whether it is that request. */
    private boolean posted;
    private boolean collects;
    /** Who posted or collects. */
    private int client;
    /** Whether a flush belongs to it that is still to come. */
    private boolean flushIsDue;
    private Command command = Command.FLUSH_CACHE_EXT;
    private long sector;
    private int count;
    private int ahead;
    private Window window = NO_WINDOW;
    private long offset;
    private Outcome outcome = Outcome.DONE;

    /** @param number from 0, below {@link CommandMemory#BUFFERS} */
    Request(int number) {
        this.number = number;
        buffer = CommandMemory.buffer(number);
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Whether it is one for a caller who waits. */
    boolean hasCaller() {
        return number < CommandMemory.CALLERS;
    }

    /** Becomes what a caller asks for, of which nothing is done yet. */
    void begin(Caller who, Command what, long first, int sectors, Window data, long at) {
        caller = who;
        underWay = true;
        posted = false;
        collects = false;
        command = what;
        sector = first;
        count = sectors;
        window = data;
        offset = at;
        ahead = 0;
        flushIsDue = false;
        outcome = Outcome.DONE;
    }

    /** Becomes a write that a client posts, of which nothing is done yet. @param who the client's number */
    void post(int who, long first, int sectors, Window data, long at) {
        begin(NOBODY, Command.WRITE_DMA_EXT, first, sectors, data, at);
        posted = true;
        client = who;
    }

    /** Has somebody wait for it who did not. */
    void setCaller(Caller who) {
        caller = who;
    }

    /** Becomes one that waits for a client's posted writes, with which the disk has nothing to do. @param writes how many the client says these are */
    void collect(Caller who, int collector, int writes) {
        begin(who, Command.FLUSH_CACHE_EXT, 0, writes, NO_WINDOW, 0);
        collects = true;
        client = collector;
    }

    /** Whether its end is told to who collects. */
    boolean isPosted() {
        return posted;
    }

    /** Whether it is a write, not carried out yet, that a client posted. */
    boolean isPostedBy(int who) {
        return underWay && posted && client == who;
    }

    /** Whether it waits for posted writes. */
    boolean isCollecting() {
        return underWay && collects;
    }

    /** Who posted or collects. */
    int client() {
        return client;
    }

    /** How many sectors, or how many posted writes. */
    int count() {
        return count;
    }

    /** For a disk that does not force what it writes: what is to be through is written, and then everything is flushed. */
    void flushInsteadOfForce() {
        if (command == Command.WRITE_DMA_FUA_EXT) {
            command = Command.WRITE_DMA_EXT;
            flushIsDue = true;
        }
    }

    /** Becomes what is left of it when its command was carried out. @return whether there is something left */
    boolean goOnToFlush() {
        boolean isDue = flushIsDue;
        if (isDue) {
            begin(caller, Command.FLUSH_CACHE_EXT, 0, 0, NO_WINDOW, 0);
        }
        return isDue;
    }

    /** Says how many sectors behind these its caller is to read next. */
    void setAhead(int next) {
        ahead = next;
    }

    int ahead() {
        return ahead;
    }

    /** The sector behind those that it is about. */
    long behind() {
        return sector + count;
    }

    /** Becomes one that reads sectors for nobody. */
    void prepare(long first, int sectors) {
        begin(NOBODY, Command.READ_DMA_EXT, first, sectors, NO_WINDOW, 0);
    }

    /** It is over. @return who is to be answered */
    Caller end() {
        underWay = false;
        return caller;
    }

    /** How it ended. */
    Outcome outcome() {
        return outcome;
    }

    /** Takes note of how it ended, if not well. */
    void fail(Outcome how) {
        outcome = how;
    }

    /** Puts it in the list. */
    void write(CommandList list) {
        list.write(command, sector, count, buffer, bytes());
    }

    /** How much data goes either way. */
    int bytes() {
        return count * BlockDevice.SECTOR_BYTES;
    }

    /** Takes what is to be written from the caller. @return false if it is not there, which is how the request ends */
    boolean takeData(CommandMemory memory) {
        return command.transfer() != Command.Transfer.TO_DISK
                || isWell(memory.copyIn(window, offset, buffer, bytes()));
    }

    /** Hands what was read to the caller. @param by the request in whose buffer it is */
    void handOver(CommandMemory memory, Request by) {
        if (outcome == Outcome.DONE && command.transfer() == Command.Transfer.FROM_DISK) {
            isWell(memory.copyOut(by.buffer, bytes(), window, offset));
        }
    }

    /** Whether what it asks for was prepared. */
    boolean takes(PreparedRead prepared) {
        return command.transfer() == Command.Transfer.FROM_DISK && prepared.take(sector, count);
    }

    /** Lets what was prepared be nothing if this writes there. */
    void overtake(PreparedRead prepared) {
        if (command.transfer() == Command.Transfer.TO_DISK) {
            prepared.write(sector, count);
        }
    }

    private boolean isWell(KernelError copied) {
        if (copied != KernelError.NONE) {
            fail(Outcome.BAD_WINDOW);
        }
        return copied == KernelError.NONE;
    }
}
