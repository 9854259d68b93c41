package peaberry.kernel;

import static peaberry.kernel.Invariant.AUTHORITY_FLOWS_ALONG_GRANTS;
import static peaberry.kernel.Invariant.A_BLOCKED_THREAD_IS_IN_ONE_QUEUE;
import static peaberry.kernel.Invariant.A_MESSAGE_IS_DELIVERED_ONCE;
import static peaberry.kernel.Invariant.CAPABILITIES_ARE_COUNTED;
import static peaberry.kernel.Invariant.DERIVATION_LINKS_ARE_SYMMETRIC;
import static peaberry.kernel.Invariant.ERRORS_COME_BEFORE_EFFECTS;
import static peaberry.kernel.Invariant.MAPPINGS_ARE_LISTED;
import static peaberry.kernel.Invariant.MEMORY_HAS_ONE_OWNER;
import static peaberry.kernel.Invariant.NOTHING_DANGLES;
import static peaberry.kernel.Invariant.PARTNERS_NAME_EACH_OTHER;
import static peaberry.kernel.Invariant.QUEUE_LINKS_ARE_SYMMETRIC;
import static peaberry.kernel.Invariant.THE_KERNEL_NEVER_FAILS;
import static peaberry.kernel.Invariant.THE_RUN_QUEUE_HOLDS_THE_RUNNABLE;
import static peaberry.kernel.Invariant.WINDOWS_ARE_ONE_RING;
import static peaberry.kernel.explore.CodeChange.anotherConstant;
import static peaberry.kernel.explore.CodeChange.argumentInsteadOfCall;
import static peaberry.kernel.explore.CodeChange.constantResult;
import static peaberry.kernel.explore.CodeChange.withoutAssignment;
import static peaberry.kernel.explore.CodeChange.withoutCall;

import java.util.function.Supplier;
import peaberry.kernel.explore.CodeChange;

/** A mistake that is made in the compiled kernel, to see that exploring finds it; and what it must be found by. */
enum SeededBug {

    A_COPY_ALLOWS_MORE_THAN_ITS_SOURCE(Configuration.GRANTS, AUTHORITY_FLOWS_ALONG_GRANTS,
            () -> argumentInsteadOfCall("Capability", "assume", "and")),
    A_CAPABILITY_TRAVELS_WITHOUT_THE_RIGHT_TO_GRANT(Configuration.TRANSFERS, AUTHORITY_FLOWS_ALONG_GRANTS,
            () -> anotherConstant("CapabilityTransfer", "check", "MISSING_RIGHT", "NONE")),
    MEMORY_CAN_BE_COPIED(Configuration.GRANTS, MEMORY_HAS_ONE_OWNER,
            () -> constantResult("Capability", "isCopied", 1)),
    WHAT_IS_HANDED_OUT_IS_NOT_NOTED(Configuration.GRANTS, MEMORY_HAS_ONE_OWNER,
            () -> withoutAssignment("UntypedMemory", "make", "extent", 0)),
    AN_OBJECT_IS_NOT_DERIVED_FROM_ITS_MEMORY(Configuration.GRANTS, MEMORY_HAS_ONE_OWNER,
            () -> withoutCall("UntypedMemory", "make", "insert", 0)),
    AN_EMPTY_SLOT_KEEPS_A_LINK(Configuration.GRANTS, DERIVATION_LINKS_ARE_SYMMETRIC,
            () -> withoutAssignment("Derivation", "remove", "next", 1)),
    A_MOVED_CAPABILITY_LOSES_ITS_CHILDREN(Configuration.GRANTS, MEMORY_HAS_ONE_OWNER,
            () -> withoutCall("Derivation", "supersede", "insert", 1)),
    CHILDREN_OF_A_DELETED_CAPABILITY_ARE_FORGOTTEN(Configuration.GRANTS, MEMORY_HAS_ONE_OWNER,
            () -> withoutCall("Derivation", "handUp", "insert", 0)),
    A_QUEUE_IS_LINKED_FORWARD_ONLY(Configuration.THREE_THREADS, QUEUE_LINKS_ARE_SYMMETRIC,
            () -> withoutAssignment("ThreadQueue", "append", "previousInQueue", 0)),
    A_DESTROYED_ENDPOINT_KEEPS_ITS_THREADS(Configuration.DELETION, NOTHING_DANGLES,
            () -> constantResult("Endpoint", "abortFirst", 0)),
    A_DESTROYED_THREAD_RUNS_ON(Configuration.DELETION, NOTHING_DANGLES,
            () -> withoutCall("Deletion", "doom", "suspend", 0)),
    A_NOTIFICATION_STAYS_BOUND(Configuration.DELETION, NOTHING_DANGLES,
            () -> withoutAssignment("Notification", "unbind", "bound", 1)),
    A_MESSAGE_IS_NOT_COPIED(Configuration.TWO_THREADS, A_MESSAGE_IS_DELIVERED_ONCE,
            () -> withoutCall("Endpoint", "deliver", "copy", 0)),
    A_SENDER_STAYS_QUEUED(Configuration.TWO_THREADS, A_BLOCKED_THREAD_IS_IN_ONE_QUEUE,
            () -> withoutCall("Endpoint", "receive", "remove", 0)),
    A_RECEIVER_IS_NOT_QUEUED(Configuration.TWO_THREADS, A_BLOCKED_THREAD_IS_IN_ONE_QUEUE,
            () -> withoutCall("Endpoint", "receive", "append", 0)),
    A_PREEMPTED_THREAD_IS_OVERLOOKED(Configuration.PRIORITIES, THE_RUN_QUEUE_HOLDS_THE_RUNNABLE,
            () -> withoutCall("Partition", "prepend", "add", 0)),
    AN_ANSWERED_CALLER_SLEEPS_ON(Configuration.TWO_THREADS, A_BLOCKED_THREAD_IS_IN_ONE_QUEUE,
            () -> withoutCall("SystemCalls", "reply", "wake", 0)),
    A_DELETED_CAPABILITY_STILL_COUNTS(Configuration.GRANTS, CAPABILITIES_ARE_COUNTED,
            () -> withoutCall("Capability", "set", "count", 1)),
    A_CALLER_IS_NOT_RELEASED(Configuration.TWO_THREADS, PARTNERS_NAME_EACH_OTHER,
            () -> withoutAssignment("Reply", "release", "heldBy", 0)),
    A_MAPPED_SLOT_IS_NOT_LISTED(Configuration.MAPPINGS, MAPPINGS_ARE_LISTED,
            () -> withoutCall("AddressSpace", "note", "add", 0)),
    A_WINDOW_IS_LINKED_FORWARD_ONLY(Configuration.TIME_WINDOWS, WINDOWS_ARE_ONE_RING,
            () -> withoutAssignment("Cycle", "add", "previous", 2)),
    A_REMOVED_WINDOW_STAYS_OPEN(Configuration.TIME_WINDOWS, THE_KERNEL_NEVER_FAILS,
            () -> withoutAssignment("Cycle", "remove", "open", 0)),
    A_DESTROYED_WINDOW_STAYS_IN_THE_CYCLE(Configuration.TIME_WINDOWS, NOTHING_DANGLES,
            () -> withoutCall("Deletion", "doom", "removeWindow", 0)),
    A_DESTROYED_PARTITION_KEEPS_ITS_WINDOWS(Configuration.TIME_WINDOWS, NOTHING_DANGLES,
            () -> withoutCall("Deletion", "dismantle", "windows", 0)),
    AN_INTERRUPT_WITHOUT_NOTIFICATION_IS_SIGNALLED(Configuration.INTERRUPTS, THE_KERNEL_NEVER_FAILS,
            () -> withoutCall("IrqHandler", "signal", "isEmpty", 0)),
    A_CHANGED_PRIORITY_IS_REFUSED(Configuration.PRIORITIES, ERRORS_COME_BEFORE_EFFECTS,
            () -> anotherConstant("TcbOperations", "decodeSetPriority", "NONE", "RANGE_ERROR"));

    final Configuration configuration;
    final Invariant foundBy;
    private final Supplier<CodeChange> change;

    SeededBug(Configuration configuration, Invariant foundBy, Supplier<CodeChange> change) {
        this.configuration = configuration;
        this.foundBy = foundBy;
        this.change = change;
    }

    CodeChange change() {
        return change.get();
    }
}
