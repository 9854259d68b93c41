package peaberry.abi;

import static peaberry.abi.CapabilityType.CNODE;
import static peaberry.abi.CapabilityType.ENDPOINT;
import static peaberry.abi.CapabilityType.FRAME;
import static peaberry.abi.CapabilityType.IO_PORT;
import static peaberry.abi.CapabilityType.IO_PORT_CONTROL;
import static peaberry.abi.CapabilityType.IO_SPACE;
import static peaberry.abi.CapabilityType.IO_SPACE_CONTROL;
import static peaberry.abi.CapabilityType.IRQ_CONTROL;
import static peaberry.abi.CapabilityType.IRQ_HANDLER;
import static peaberry.abi.CapabilityType.NOTIFICATION;
import static peaberry.abi.CapabilityType.PAGE_TABLE;
import static peaberry.abi.CapabilityType.PARTITION;
import static peaberry.abi.CapabilityType.PARTITION_CONTROL;
import static peaberry.abi.CapabilityType.SCHED_CONTEXT;
import static peaberry.abi.CapabilityType.TCB;
import static peaberry.abi.CapabilityType.TIME_WINDOW;
import static peaberry.abi.CapabilityType.UNTYPED;
import static peaberry.abi.CapabilityType.VSPACE;
import static peaberry.abi.CapabilityType.WINDOW;
import static peaberry.abi.KernelError.ALIGNMENT_ERROR;
import static peaberry.abi.KernelError.FAILED_LOOKUP;
import static peaberry.abi.KernelError.ILLEGAL_OPERATION;
import static peaberry.abi.KernelError.INTERRUPTED;
import static peaberry.abi.KernelError.INVALID_ARGUMENT;
import static peaberry.abi.KernelError.MISSING_PAGE_TABLE;
import static peaberry.abi.KernelError.MISSING_RIGHT;
import static peaberry.abi.KernelError.NOT_ENOUGH_MEMORY;
import static peaberry.abi.KernelError.NOT_MAPPED;
import static peaberry.abi.KernelError.OCCUPIED;
import static peaberry.abi.KernelError.RANGE_ERROR;
import static peaberry.abi.KernelError.UNSUPPORTED;
import static peaberry.abi.Operation.on;
import static peaberry.abi.Rights.NONE;
import static peaberry.abi.Rights.READ;
import static peaberry.abi.Rights.READ_WRITE;
import static peaberry.abi.Rights.WRITE;

/**
 * The operations on kernel objects, each declared once: the kernel's checks ({@code InvocationTable}), the stubs in
 * {@code peaberry.runtime} and docs/kernel-reference.md are made from these declarations.
 *
 * <p>A program calls the object's capability with the ordinal as label and the parameters as words. The kernel checks, in this
 * order: the type of the capability, the message's length, the right, the parameters that name capabilities; then what the
 * object has to check itself. After an error nothing has changed, unless {@link KernelError} says otherwise of it.
 */
public enum Invocation {

    UNTYPED_RETYPE(on(UNTYPED, WRITE, """
            Makes objects of one type in memory that was not handed out yet, and puts their first capabilities, with all rights,
            into empty slots in a row. They are derived from the memory's capability: to revoke it is to get the memory back.
            Memory without children starts afresh. Of a device's memory only frames and untyped memory are made, and it is not
            cleared.""")
        .objectType("type", "what to make")
        .number("bits", "untyped memory: log2 of its size in bytes, 6 to 47; CNode: log2 of its slots, 1 to 16; else ignored")
        .capability("node", CNODE, WRITE, "where the capabilities go")
        .number("first", "index of the first slot")
        .number("count", "how many objects, 1 to 8; VSpaces: 1 or 2")
        .refuses(INVALID_ARGUMENT, "there is no such type, or it cannot be made of a device's memory")
        .refuses(RANGE_ERROR, "`bits` or `count` is outside its range, or the CNode lacks such slots")
        .refuses(OCCUPIED, "a slot is not empty")
        .refuses(NOT_ENOUGH_MEMORY, "the objects do not fit")
        .refuses(INTERRUPTED, "nothing was made yet; to go on, call again; word 0: the bytes up to where the memory is clean")),

    UNTYPED_USAGE(on(UNTYPED, READ, "Tells how much of the memory was handed out.")
        .answers("bits", "log2 of its size in bytes")
        .answers("used", "bytes handed out, with those left out to align objects")),

    CNODE_COPY(on(CNODE, WRITE, """
            Puts a capability derived from another one into an empty slot of this CNode. It names the same thing and never allows
            more. Untyped memory, page tables and the I/O port control are not copied; a frame's copy is not mapped.""")
        .number("destination", "index of the slot to fill")
        .capability("source", CNODE, READ, "the CNode with the capability to copy")
        .number("index", "its slot there")
        .rights("rights", "what the copy may allow, of what the source allows")
        .refuses(RANGE_ERROR, "this CNode has no such slot")
        .refuses(OCCUPIED, "the slot to fill is not empty")
        .refuses(FAILED_LOOKUP, "there is nothing to copy")
        .refuses(ILLEGAL_OPERATION, "what is there cannot be copied")),

    CNODE_MINT(on(CNODE, WRITE, """
            As copy, and gives the copy a badge, by which whoever receives tells through which capability a message or signal came.
            Only a capability of an endpoint or a notification that has no badge yet gets one. A CNode's capability gets a guard
            (`Guard`) in its place: what the low bits of an address must be to go on in this CNode.""")
        .number("destination", "index of the slot to fill")
        .capability("source", CNODE, READ, "the CNode with the capability to copy")
        .number("index", "its slot there")
        .rights("rights", "what the copy may allow, of what the source allows")
        .number("badge", "any number; 0 leaves the badge as it is")
        .refuses(RANGE_ERROR, "this CNode has no such slot")
        .refuses(OCCUPIED, "the slot to fill is not empty")
        .refuses(FAILED_LOOKUP, "there is nothing to copy")
        .refuses(ILLEGAL_OPERATION, "what is there cannot be copied")
        .refuses(INVALID_ARGUMENT, "what is there cannot have another badge")),

    CNODE_MOVE(on(CNODE, WRITE, """
            Moves a capability to an empty slot of this CNode. Its children and its mapping go with it.""")
        .number("destination", "index of the slot to fill")
        .capability("source", CNODE, WRITE, "the CNode with the capability to move")
        .number("index", "its slot there")
        .refuses(RANGE_ERROR, "this CNode has no such slot")
        .refuses(OCCUPIED, "the slot to fill is not empty")
        .refuses(FAILED_LOOKUP, "there is nothing to move")
        .refuses(ILLEGAL_OPERATION, "what is there is being deleted")
        .refuses(INTERRUPTED, "it has many children; to go on, call again; word 0: the steps that were made")),

    CNODE_DELETE(on(CNODE, WRITE, """
            Empties a slot. What was derived from its capability becomes derived from what that was derived from. An object is
            destroyed with its last capability; whoever waits on it is told `ABORTED`. An empty slot stays empty. A slot counts as
            free when the deletion has come to its end, which is also that of all deletions that others did not finish.""")
        .number("index", "the slot")
        .refuses(RANGE_ERROR, "there is no such slot")
        .refuses(INTERRUPTED, "to go on, call again; word 0: the steps that were made")),

    CNODE_REVOKE(on(CNODE, WRITE, """
            Deletes every capability that was derived from the one in this slot, wherever it is; the capability itself stays.""")
        .number("index", "the slot")
        .refuses(RANGE_ERROR, "there is no such slot")
        .refuses(INTERRUPTED, "to go on, call again; word 0: the steps that were made")),

    CNODE_INSPECT(on(CNODE, READ, "Tells what is in a slot.")
        .number("index", "the slot")
        .answers("type", "the `CapabilityType`'s ordinal; that of `NULL` for an empty slot")
        .answers("rights", "what it allows")
        .answers("badge", "0 if it has none")
        .answers("detail", "untyped memory: log2 of its size; CNode: slots; frame, window: address where mapped, or 0; interrupt handler: line or message; "
            + "I/O ports: the first")
        .answers("secondDetail", "untyped memory: bytes handed out; frame: log2 of its size; window: bytes; interrupt handler: 1 for messages; I/O ports: the last")
        .refuses(RANGE_ERROR, "there is no such slot")),

    TCB_CONFIGURE(on(TCB, WRITE, """
            Gives a suspended thread its priority and what it runs with: copies of these capabilities take the place of those that
            it had. The fault endpoint's badge names the thread in fault messages.""")
        .capability("node", CNODE, READ_WRITE, "in which its system calls find capabilities")
        .capability("space", VSPACE, WRITE, "its address space")
        .optional("buffer", FRAME, READ_WRITE, "its message buffer")
        .number("bufferAddress", "where the thread has the buffer mapped")
        .optional("faultEndpoint", ENDPOINT, WRITE, "where its faults are told")
        .number("priority", "0 to 255, at most the caller's maximum")
        .refuses(ILLEGAL_OPERATION, "the thread is not suspended")
        .refuses(INVALID_ARGUMENT, "`buffer` is a device's memory")
        .refuses(RANGE_ERROR, "`bufferAddress` is none that a program can have, or `priority` is too high or negative")
        .refuses(ALIGNMENT_ERROR, "`bufferAddress` is not that of a page")),

    TCB_WRITE_REGISTERS(on(TCB, WRITE, "Says where a suspended thread will start.")
        .number("instructionPointer", "its first instruction")
        .number("stackPointer", "its stack, which grows down from here")
        .number("argument", "what its main method is given")
        .refuses(ILLEGAL_OPERATION, "the thread is not suspended")
        .refuses(RANGE_ERROR, "an address is none that a program can have")),

    TCB_READ_REGISTER(on(TCB, READ, """
            Tells what a thread that does not run will find in a register when it goes on. What a system call loses it finds as the
            return leaves it. On the JVM all but the instruction pointer and the stack pointer are 0.""")
        .number("number", "the `Register`'s ordinal")
        .answers("value", "what is in it")
        .refuses(ILLEGAL_OPERATION, "the thread is the caller")
        .refuses(RANGE_ERROR, "there is no such register")),

    TCB_WRITE_REGISTER(on(TCB, WRITE, """
            Sets a register of a thread that is suspended or that faulted; the others stay as they are. On the JVM a thread starts
            over at an instruction pointer that is written, and to write another register has no effect.""")
        .number("number", "the `Register`'s ordinal")
        .number("value", "any; for the instruction pointer an address that a program can have")
        .refuses(ILLEGAL_OPERATION, "the thread is neither suspended nor did it fault")
        .refuses(RANGE_ERROR, "there is no such register, or `value` is no such address")
        .refuses(INVALID_ARGUMENT, "it is that of the flags, which nobody writes")),

    TCB_RESUME(on(TCB, WRITE, """
            Starts a suspended thread, or one that faulted, at the instruction that failed. Nothing happens to another.""")
        .refuses(FAILED_LOOKUP, "the thread has no address space")),

    TCB_SUSPEND(on(TCB, WRITE, """
            Stops a thread. A system call in which it waits will have ended with `ABORTED` when it is resumed.""")),

    TCB_SET_PRIORITY(on(TCB, WRITE, "Sets the priority of a thread.")
        .number("priority", "0 to 255, at most the caller's maximum")
        .refuses(RANGE_ERROR, "`priority` is too high or negative")),

    TCB_SET_MAXIMUM_PRIORITY(on(TCB, WRITE, """
            Sets the highest priority that a thread may give, to itself or others: its maximum controlled priority. It is 0 at first.""")
        .number("priority", "0 to 255, at most the caller's maximum")
        .refuses(RANGE_ERROR, "`priority` is too high or negative")),

    TCB_SET_TIMEOUT_HANDLER(on(TCB, WRITE, """
            Says who hears when the thread has used up the budget that it runs on and has no other: it is then stopped, and a fault
            message goes to this endpoint. A thread without a timeout handler waits until the budget comes back.""")
        .optional("endpoint", ENDPOINT, WRITE, "where it is told; its badge names the thread")),

    TCB_SET_FAULT_ENDPOINT(on(TCB, WRITE, """
            Says who hears of the thread's faults from now on, whatever it does meanwhile. A thread without a fault endpoint just stays
            stopped. A fault that was told, or waits to be, stays where it is.""")
        .optional("faultEndpoint", ENDPOINT, WRITE, "where they are told; its badge names the thread")),

    TCB_BIND_NOTIFICATION(on(TCB, WRITE, """
            Lets a notification's signals end the thread's receiving, as messages do, or undoes that.""")
        .optional("notification", NOTIFICATION, READ, "which one; 0 undoes what was bound before")
        .refuses(OCCUPIED, "the thread or the notification is bound already")),

    TCB_USAGE(on(TCB, READ, "Tells what a thread does and has used.")
        .answers("state", "the `ThreadState`'s ordinal")
        .answers("priority", "0 to 255")
        .answers("ticks", "of processor time used on its own scheduling context")),

    SCHED_CONTEXT_BIND(on(SCHED_CONTEXT, WRITE, "Makes the context a thread's own. A thread that waited for one goes on.")
        .capability("thread", TCB, WRITE, "the thread")
        .refuses(OCCUPIED, "the context is some thread's own, or the thread has one")),

    SCHED_CONTEXT_UNBIND(on(SCHED_CONTEXT, WRITE, """
            Makes the context nobody's own. A thread that ran on it stops until it has another one; who borrowed it goes on.""")),

    SCHED_CONTEXT_USAGE(on(SCHED_CONTEXT, READ, "Tells how much processor time was used on the context.")
        .answers("ticks", "of processor time used")),

    PARTITION_CONFIGURE(on(PARTITION, WRITE, """
            Gives a scheduling context time in this partition: at most `budget` in any `period`. It starts with all of the budget. If
            both are the same there is no limit, and threads of one priority take turns of that length.""")
        .capability("context", SCHED_CONTEXT, WRITE, "the scheduling context")
        .number("budget", "microseconds, 50 at least")
        .number("period", "microseconds, from `budget` to 2^32")
        .refuses(RANGE_ERROR, "`budget` or `period` is outside its range")
        .refuses(OCCUPIED, "the context belongs to another partition and is in use")),

    PARTITION_CONTROL_ADD_WINDOW(on(PARTITION_CONTROL, WRITE, """
            Puts a time window into the cycle: when it is open, the partition runs and nothing else does, whatever it does or leaves
            undone. A partition runs once a cycle for each window that it has. A window that is alone in the cycle is always open;
            when a second one is added, its length counts from then on.""")
        .capability("window", TIME_WINDOW, WRITE, "the window")
        .capability("partition", PARTITION, WRITE, "whose window it is")
        .number("length", "microseconds, 50 to 2^32")
        .optional("after", TIME_WINDOW, READ, "the window that it follows; without one it opens after all others, before the one that is open now opens again")
        .refuses(RANGE_ERROR, "`length` is outside its range")
        .refuses(OCCUPIED, "the window is in the cycle already")
        .refuses(INVALID_ARGUMENT, "`after` is not in the cycle")),

    PARTITION_CONTROL_REMOVE_WINDOW(on(PARTITION_CONTROL, WRITE, """
            Takes a time window out of the cycle, as does the deletion of its last capability and that of its partition's. If it is
            open the next one opens at once.""")
        .capability("window", TIME_WINDOW, WRITE, "the window")
        .refuses(INVALID_ARGUMENT, "the window is not in the cycle")),

    FRAME_MAP(on(FRAME, NONE, """
            Maps the frame's memory in an address space: 4 KiB, or 2 MiB where a page table of the lowest level could stand. Each
            capability of a frame is mapped at one place at most: to map it twice, copy it. To map it again at the same address
            changes what programs may do there. No page is both writable and executable.""")
        .capability("space", VSPACE, WRITE, "the address space")
        .number("address", "where, a multiple of the frame's size")
        .rights("rights", "read, or read and write; the frame's capability must allow them")
        .flag("executable", "whether programs may run code there")
        .refuses(OCCUPIED, "the capability is mapped elsewhere, or something else, perhaps a page table, is at this address")
        .refuses(RANGE_ERROR, "`address` is none that a program can have")
        .refuses(ALIGNMENT_ERROR, "`address` is not a multiple of the frame's size")
        .refuses(INVALID_ARGUMENT, "`rights` lack reading, `executable` is neither 0 nor 1, or the page would be executable and "
            + "writable or a device's")
        .refuses(MISSING_RIGHT, "the frame's capability does not allow `rights`")
        .refuses(MISSING_PAGE_TABLE, "a page table is missing on the way to the address")),

    FRAME_MAP_IO(on(FRAME, NONE, """
            Maps the frame's memory for the PCI function that uses an I/O address space. Each capability of a frame is mapped at one
            place at most, for programs or for a device. To map it again at the same address changes what the device may do there.""")
        .capability("space", IO_SPACE, WRITE, "the I/O address space")
        .number("address", "where the device will see it, a multiple of the frame's size")
        .rights("rights", "read, write or both; the frame's capability must allow them")
        .refuses(UNSUPPORTED, "the machine cannot confine devices")
        .refuses(OCCUPIED, "the capability is mapped elsewhere, or something else, perhaps a page table, is at this address")
        .refuses(RANGE_ERROR, "`address` is none that a device can have memory at, or there are no pages of this size for devices")
        .refuses(ALIGNMENT_ERROR, "`address` is not a multiple of the frame's size")
        .refuses(INVALID_ARGUMENT, "`rights` are none, or the frame is a device's memory")
        .refuses(MISSING_RIGHT, "the frame's capability does not allow `rights`")
        .refuses(MISSING_PAGE_TABLE, "a page table is missing on the way to the address")),

    FRAME_UNMAP(on(FRAME, NONE, "Takes the frame out of where this capability mapped it, if it did.")),

    FRAME_ADDRESS(on(FRAME, READ, """
            Tells where in the machine's memory the frame is: what a driver tells a device that reaches memory without being confined.""")
        .answers("physical", "its physical address, a multiple of its size")),

    PAGE_TABLE_MAP(on(PAGE_TABLE, NONE, """
            Puts the table, emptied, at the first missing level on the way to an address.""")
        .capability("space", VSPACE, WRITE, "the address space")
        .number("address", "the address, page aligned")
        .refuses(OCCUPIED, "the table is in use already, or none is missing: perhaps a page of 2 MiB is there")
        .refuses(RANGE_ERROR, "`address` is none that a program can have")
        .refuses(ALIGNMENT_ERROR, "`address` is not that of a page")),

    PAGE_TABLE_MAP_IO(on(PAGE_TABLE, NONE, """
            Puts the table, emptied, at the first missing level on the way to an address of an I/O address space.""")
        .capability("space", IO_SPACE, WRITE, "the I/O address space")
        .number("address", "the address, page aligned")
        .refuses(UNSUPPORTED, "the machine cannot confine devices")
        .refuses(OCCUPIED, "the table is in use already, or none is missing: perhaps a page of 2 MiB is there")
        .refuses(RANGE_ERROR, "`address` is none that a device can have memory at")
        .refuses(ALIGNMENT_ERROR, "`address` is not that of a page")),

    PAGE_TABLE_MAP_BUS(on(PAGE_TABLE, NONE, """
            Makes the table, emptied, that of a PCI bus, so that the bus's functions can be assigned. When it is taken out again all of
            them are blocked.""")
        .capability("control", IO_SPACE_CONTROL, WRITE, "the authority to do so")
        .number("bus", "0 to 255")
        .refuses(UNSUPPORTED, "the machine cannot confine devices")
        .refuses(RANGE_ERROR, "there is no such bus")
        .refuses(OCCUPIED, "the table is in use already, or the bus has one")),

    PAGE_TABLE_UNMAP(on(PAGE_TABLE, NONE, """
            Takes the table out of the address space, or off the bus, where it is. What is mapped through it is not seen any more.""")),

    IO_SPACE_CONTROL_ASSIGN(on(IO_SPACE_CONTROL, WRITE, """
            Lets a PCI function use an I/O address space. It could do nothing to memory before, and can again do nothing when the
            space is destroyed.""")
        .capability("space", IO_SPACE, WRITE, "the I/O address space, which no function uses")
        .number("function", "the bus times 256, the device times 8, and the function")
        .refuses(UNSUPPORTED, "the machine cannot confine devices")
        .refuses(RANGE_ERROR, "there is no such function")
        .refuses(MISSING_PAGE_TABLE, "its bus has no table")
        .refuses(OCCUPIED, "the function or the space is assigned already")
        .refuses(NOT_ENOUGH_MEMORY, "the machine can tell no more I/O address spaces apart")),

    IO_SPACE_SET_NOTIFICATION(on(IO_SPACE, WRITE, """
            Says what is signalled, with the badge of this capability, when the function tries what it may not.""")
        .capability("notification", NOTIFICATION, WRITE, "what is signalled")),

    IO_SPACE_TAKE_FAULT(on(IO_SPACE, READ, """
            Tells what the function tried first since this was last asked. Only then is the next one recorded and signalled.""")
        .answers("kind", "the `DeviceFault`'s ordinal; that of `NONE` if there was nothing")
        .answers("address", "of the page that it tried to reach")
        .answers("reason", "the hardware's number for what was wrong")),

    IRQ_CONTROL_ISSUE(on(IRQ_CONTROL, WRITE, """
            Makes the handler of an interrupt line that has none. The line stays masked until it is acknowledged.""")
        .number("line", "of the interrupt controller")
        .capability("node", CNODE, WRITE, "where the handler's capability goes")
        .number("destination", "index of its slot")
        .refuses(RANGE_ERROR, "there is no such line, or no such slot")
        .refuses(OCCUPIED, "the line has a handler, or the slot is not empty")),

    IRQ_CONTROL_ISSUE_MESSAGE(on(IRQ_CONTROL, WRITE, """
            Makes a handler of messages (MSI, MSI-X) of a PCI function, and tells what the function is to write where to interrupt.
            Where the machine checks interrupts, nobody else can raise this one. None is let through until it is acknowledged.""")
        .number("function", "the bus times 256, the device times 8, and the function")
        .capability("node", CNODE, WRITE, "where the handler's capability goes")
        .number("destination", "index of its slot")
        .answers("address", "where the function is to write")
        .answers("data", "what it is to write, 32 bits")
        .refuses(RANGE_ERROR, "there is no such function, or no such slot")
        .refuses(OCCUPIED, "the slot is not empty")
        .refuses(NOT_ENOUGH_MEMORY, "all messages that the processor can tell apart have handlers")),

    IRQ_HANDLER_SET_NOTIFICATION(on(IRQ_HANDLER, WRITE, """
            Says what each interrupt signals from now on, with the badge of this capability.""")
        .capability("notification", NOTIFICATION, WRITE, "what is signalled")),

    IRQ_HANDLER_ACKNOWLEDGE(on(IRQ_HANDLER, WRITE, """
            Lets the next interrupt through. A line is masked from each interrupt to its acknowledgement. Of messages the first one
            signals; if others came before the acknowledgement, it signals once more at once, and so does the first
            acknowledgement of all.""")),

    IO_PORT_CONTROL_ISSUE(on(IO_PORT_CONTROL, WRITE, """
            Makes a capability of a range of ports of which none was issued yet, or all that were are deleted.""")
        .number("first", "the lowest port")
        .number("last", "the highest port")
        .capability("node", CNODE, WRITE, "where the capability goes")
        .number("destination", "index of its slot")
        .refuses(RANGE_ERROR, "there are no such ports, or no such slot")
        .refuses(OCCUPIED, "a port was issued, or the slot is not empty")),

    IO_PORT_READ(on(IO_PORT, READ, "Reads a port.")
        .number("port", "the lowest address that is read")
        .number("width", "8, 16 or 32 bits")
        .answers("value", "what was read, zero-extended")
        .refuses(INVALID_ARGUMENT, "there is no such width")
        .refuses(RANGE_ERROR, "the capability does not name all these ports")),

    IO_PORT_WRITE(on(IO_PORT, WRITE, "Writes a port.")
        .number("port", "the lowest address that is written")
        .number("width", "8, 16 or 32 bits")
        .number("value", "what to write; bits above the width do not count")
        .refuses(INVALID_ARGUMENT, "there is no such width")
        .refuses(RANGE_ERROR, "the capability does not name all these ports")),

    VSPACE_MAKE_WINDOW(on(VSPACE, NONE, """
            Makes a window on a range of the address space: its holder has the kernel copy bytes out of the range, or into it, whatever
            is mapped there at the time. It is derived from this capability: to revoke it closes the window at once.""")
        .number("address", "where the range starts, at any byte")
        .number("length", "its bytes, 1 or more")
        .rights("rights", "read: copying out of the range; write: copying into it; this capability must allow both that are asked for")
        .capability("node", CNODE, WRITE, "where the window's capability goes")
        .number("destination", "index of its slot")
        .refuses(INVALID_ARGUMENT, "`rights` name neither")
        .refuses(MISSING_RIGHT, "the capability does not allow `rights`")
        .refuses(RANGE_ERROR, "not all of the range can be a program's, or there is no such slot")
        .refuses(OCCUPIED, "the slot is not empty")),

    WINDOW_READ(on(WINDOW, READ, """
            Copies bytes out of the window into the caller's own memory, as the page tables allow it to either program. A device's
            memory is not copied. It goes on from the lowest address, up to where a page ends on either side, and so on; there 8 bytes
            at a time and then the rest one by one, which matters where both are the same memory.""")
        .number("offset", "from the window's start")
        .number("address", "in the caller's address space")
        .number("bytes", "how many; perhaps none")
        .answers("copied", "how many were copied: all")
        .refuses(RANGE_ERROR, "the bytes are not all in the window, or not all where a program can have memory")
        .refuses(NOT_MAPPED, "the next byte cannot be copied; word 0: how many were")
        .refuses(INTERRUPTED, "to go on, call for the rest; word 0: how many bytes were copied")),

    WINDOW_WRITE(on(WINDOW, WRITE, "Copies bytes of the caller's own memory into the window. All else is as with reading.")
        .number("offset", "from the window's start")
        .number("address", "in the caller's address space")
        .number("bytes", "how many; perhaps none")
        .answers("copied", "how many were copied: all")
        .refuses(RANGE_ERROR, "the bytes are not all in the window, or not all where a program can have memory")
        .refuses(NOT_MAPPED, "the next byte cannot be copied; word 0: how many were")
        .refuses(INTERRUPTED, "to go on, call for the rest; word 0: how many bytes were copied"));

    private static final Invocation[] ALL = values();

    private final Operation operation;

    Invocation(Operation operation) {
        this.operation = operation;
    }

    /** All that is declared of this invocation. */
    public Operation operation() {
        return operation;
    }

    public static boolean isOrdinal(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length;
    }

    /** @param ordinal one for which {@link #isOrdinal} holds */
    public static Invocation of(int ordinal) {
        return ALL[ordinal];
    }
}
