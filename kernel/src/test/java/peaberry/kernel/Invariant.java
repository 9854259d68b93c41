package peaberry.kernel;

import peaberry.kernel.explore.Violation;

/** What must hold in every state, or of every event, of an explored kernel. */
enum Invariant {
    /** A capability comes from one that its maker could reach, and allows no more; or it is of new memory of the maker's. */
    AUTHORITY_FLOWS_ALONG_GRANTS,
    /** No byte belongs to two objects, or to an object and to memory that may be handed out. */
    MEMORY_HAS_ONE_OWNER,
    /** Parent, first child and siblings name each other; an empty slot has none. */
    DERIVATION_LINKS_ARE_SYMMETRIC,
    /** Neighbours in a queue name each other and the queue; a queue has threads of one kind. */
    QUEUE_LINKS_ARE_SYMMETRIC,
    /** Nothing refers to an object that no capability names, or to memory that became something else. */
    NOTHING_DANGLES,
    /** A message that was taken from its sender arrived with one thread, and no other message arrived. */
    A_MESSAGE_IS_DELIVERED_ONCE,
    /** A thread that waits is in one queue, or held by one reply; any other is in none. */
    A_BLOCKED_THREAD_IS_IN_ONE_QUEUE,
    /** The ready queues hold the threads that could run, by priority; the most urgent one runs, or does when the timer comes, at once. */
    THE_RUN_QUEUE_HOLDS_THE_RUNNABLE,
    /** An object counts the slots that name it. */
    CAPABILITIES_ARE_COUNTED,
    /** Reply and caller, reply and server, notification and bound thread name each other. */
    PARTNERS_NAME_EACH_OTHER,
    /** The windows in the cycle are one ring; a partition lists its own, and they name it. */
    WINDOWS_ARE_ONE_RING,
    /** An address space lists the slots mapped in it, and they name it. */
    MAPPINGS_ARE_LISTED,
    /** A system call that was refused changed nothing. */
    ERRORS_COME_BEFORE_EFFECTS,
    /** No system call ends with an exception. */
    THE_KERNEL_NEVER_FAILS;

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw violated(otherwise);
        }
    }

    Violation violated(String details) {
        return new Violation(name(), details);
    }
}
