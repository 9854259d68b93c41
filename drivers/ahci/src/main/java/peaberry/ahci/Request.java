package peaberry.ahci;

import peaberry.abi.KernelError;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.PreparedRead;
import peaberry.runtime.Caller;
import peaberry.runtime.Window;

/** What a caller asks for, with a buffer of its own for the data. When the caller was answered it is free for another one. For what is prepared there is no caller. */
final class Request {

    private static final Window NO_WINDOW = Window.at(0);
    private static final Caller NOBODY = new Caller(0);

    private final int buffer;
    private Caller caller = NOBODY;
    private boolean underWay;
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
        buffer = CommandMemory.buffer(number);
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Becomes what a caller asks for, of which nothing is done yet. */
    void begin(Caller who, Command what, long first, int sectors, Window data, long at) {
        caller = who;
        underWay = true;
        command = what;
        sector = first;
        count = sectors;
        window = data;
        offset = at;
        ahead = 0;
        flushIsDue = false;
        outcome = Outcome.DONE;
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
