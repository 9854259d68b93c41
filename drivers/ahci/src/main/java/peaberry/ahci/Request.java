package peaberry.ahci;

import peaberry.abi.KernelError;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Outcome;
import peaberry.runtime.Caller;
import peaberry.runtime.Window;

/** What a caller asks for, with a buffer of its own for the data. When the caller was answered it is free for another one. */
final class Request {

    private final int buffer;
    private Caller caller = new Caller(0);
    private boolean underWay;
    private Command command = Command.FLUSH_CACHE_EXT;
    private long sector;
    private int count;
    private Window window = Window.at(0);
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
        outcome = Outcome.DONE;
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

    /** Hands what was read to the caller. */
    void handOver(CommandMemory memory) {
        if (outcome == Outcome.DONE && command.transfer() == Command.Transfer.FROM_DISK) {
            isWell(memory.copyOut(buffer, bytes(), window, offset));
        }
    }

    private boolean isWell(KernelError copied) {
        if (copied != KernelError.NONE) {
            fail(Outcome.BAD_WINDOW);
        }
        return copied == KernelError.NONE;
    }
}
