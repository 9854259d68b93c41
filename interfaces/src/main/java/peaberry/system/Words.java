package peaberry.system;

import peaberry.abi.CapabilityType;
import peaberry.abi.ThreadState;

/** What people are told of the kernel's things, by whichever command. */
public final class Words {

    private Words() {
    }

    /** A state of a thread. */
    public static String of(ThreadState state) {
        return switch (state) {
            case INACTIVE -> "inactive";
            case RUNNING -> "running";
            case READY -> "ready";
            case SENDING -> "sending";
            case RECEIVING -> "receiving";
            case AWAITING_REPLY -> "waiting for reply";
            case WAITING -> "waiting";
            case FAULTED -> "faulted";
            case DEPLETED -> "out of time";
            case PASSIVE -> "without time";
        };
    }

    /** A kind of capability. */
    public static String of(CapabilityType type) {
        return switch (type) {
            case NULL -> "nothing";
            case UNTYPED -> "untyped memory";
            case CNODE -> "capability table";
            case TCB -> "thread";
            case ENDPOINT -> "endpoint";
            case NOTIFICATION -> "notification";
            case REPLY -> "reply";
            case VSPACE -> "address space";
            case PAGE_TABLE -> "page table";
            case FRAME -> "page";
            case IO_SPACE -> "device space";
            case IO_SPACE_CONTROL -> "device control";
            case IRQ_CONTROL -> "interrupt control";
            case IRQ_HANDLER -> "interrupt";
            case IO_PORT_CONTROL -> "port control";
            case IO_PORT -> "ports";
            case WINDOW -> "window";
            case ZOMBIE -> "deleted";
            case SCHED_CONTEXT -> "time budget";
            case PARTITION -> "partition";
            case PARTITION_CONTROL -> "partition control";
            case TIME_WINDOW -> "time window";
        };
    }

    /** What a kind of capability without degrees lets its holder do; empty for those whose rights say it. */
    public static String use(CapabilityType type) {
        return switch (type) {
            case NULL, ZOMBIE -> "nothing";
            case ENDPOINT, NOTIFICATION, FRAME, IO_PORT, WINDOW -> "";
            case UNTYPED -> "make objects";
            case CNODE -> "copy, delete";
            case TCB -> "control";
            case REPLY -> "answer";
            case VSPACE, PAGE_TABLE, IO_SPACE -> "map pages";
            case IO_SPACE_CONTROL -> "assign";
            case IRQ_CONTROL, IO_PORT_CONTROL -> "hand out";
            case IRQ_HANDLER -> "acknowledge";
            case SCHED_CONTEXT -> "lend time";
            case PARTITION -> "hold threads";
            case PARTITION_CONTROL -> "plan time";
            case TIME_WINDOW -> "be planned";
        };
    }
}
