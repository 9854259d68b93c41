package peaberry.ahci;

import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.block.BlockDevice;
import peaberry.runtime.DmaMemory;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/**
 * The memory that driver and controller share, and where in it things are: the command list, the FISes that come, one command's table, and
 * buffers for data. It is in one piece, for the controller as well.
 */
class CommandMemory {

    /** At a multiple of 1,024 (AHCI 1.3.1, 3.3.1). */
    static final int COMMAND_LIST = 0;
    /** At a multiple of 256 (3.3.3); as long. */
    static final int RECEIVED_FIS = 0x400;
    /** At a multiple of 128 (4.2.2). */
    static final int COMMAND_TABLE = 0x500;
    /** How many buffers are used for a caller who waits; one more caller has to be received. */
    static final int CALLERS = ProgramSlots.MAX_REPLIES - 1;
    /** How many there are behind these for what was posted. */
    static final int POSTED = 3;
    /** The last one: for what is read before anybody asks for it. */
    static final int PREPARATION = CALLERS + POSTED;
    /** How many there are. */
    static final int BUFFERS = PREPARATION + 1;
    /** What the declaration has to give, or more. */
    static final int BYTES = buffer(BUFFERS);

    private static final int FIRST_BUFFER = 0x1000;
    private static final int BUFFER_BYTES = BlockDevice.MAX_SECTORS * BlockDevice.SECTOR_BYTES;

    private final DmaMemory memory = new DmaMemory();

    /** Finds the memory. @param device its name in the declaration @return whether there is enough */
    final boolean open(String device) {
        return memory.open(device) && memory.size() >= BYTES;
    }

    /** Where a buffer is, for as many sectors as a request may have. @param number from 0, below {@link #BUFFERS} */
    static int buffer(int number) {
        return FIRST_BUFFER + number * BUFFER_BYTES;
    }

    /** Where the controller sees what is at {@code offset}. */
    long deviceAddress(int offset) {
        return memory.deviceAddress(offset, 0);
    }

    /** A little-endian number. @param offset a multiple of 4 */
    int int32(int offset) {
        return memory.bytes().int32(offset);
    }

    /** Writes a little-endian number. @param offset a multiple of 4 */
    void setInt32(int offset, int value) {
        memory.bytes().setInt32(offset, value);
    }

    /** Copies bytes of the window from {@code from} on to {@code offset}. */
    KernelError copyIn(Window window, long from, int offset, int bytes) {
        return WindowCopy.read(window, from, memory.bytes(), offset, bytes);
    }

    /** Copies the bytes at {@code offset} into the window from {@code to} on. */
    KernelError copyOut(int offset, int bytes, Window window, long to) {
        return WindowCopy.write(window, to, memory.bytes(), offset, bytes);
    }
}
