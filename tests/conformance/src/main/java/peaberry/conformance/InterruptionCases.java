package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.Message;

/**
 * Long operations let interrupts through: they stop, say how far they got, and go on when they are called again. The interrupt is the
 * timer's, which is set for a moment in the midst of the operation.
 */
final class InterruptionCases {

    private static final String OBJECT = "Interruption";
    private static final int TABLE_BITS = 11;
    private static final int COPIES = (1 << TABLE_BITS) - 1;
    /** Microseconds: after the operation has begun, long before it can be over. */
    private static final long MOMENT = 60;
    /** As often an operation may be interrupted by one timer and what the console still has to say. */
    private static final int MOST_CALLS = 200;
    /** The moment may be missed when the host is busy. */
    private static final int ATTEMPTS = 5;
    /** A table of 2 MiB. */
    private static final int LARGE_BITS = 14;

    static final Case[] ALL = {
        new Case(OBJECT, "aRevocationStopsAndGoesOn", InterruptionCases::aRevocationStopsAndGoesOn),
        new Case(OBJECT, "aDeletionOfATableStopsAndGoesOn", InterruptionCases::aDeletionOfATableStopsAndGoesOn),
        new Case(OBJECT, "theCleaningOfMemoryStopsAndGoesOn", InterruptionCases::theCleaningOfMemoryStopsAndGoesOn),
        new Case(OBJECT, "memoryIsNotHandedOutBeforeItsTableIsBuried", InterruptionCases::memoryIsNotHandedOutBeforeItsTableIsBuried),
    };

    private InterruptionCases() {
    }

    /** Lets the timer interrupt a moment from now. */
    private static void interruptSoon() {
        Actor sleeper = Actor.alone();
        int wait = sleeper.await(Fresh.notification());
        sleeper.within(wait, MOMENT).start();
        Actor.letAllRun();
    }

    /** Goes on with an operation of one word until it is over. @return how often it was called */
    private static int finish(int slot, Invocation operation, long word) {
        int calls = 0;
        KernelError error = KernelError.INTERRUPTED;
        while (error == KernelError.INTERRUPTED && calls < MOST_CALLS) {
            Message.setWord(0, word);
            error = Kernel.once(slot, operation.ordinal(), 1);
            calls++;
        }
        Check.done(error, "the operation at last");
        return calls;
    }

    private static KernelError once(int slot, Invocation operation, long word) {
        Message.setWord(0, word);
        return Kernel.once(slot, operation.ordinal(), 1);
    }

    /** A table full of copies of an endpoint. */
    private static int tableOfCopies(int endpoint) {
        int table = Fresh.table(TABLE_BITS);
        fill(table, endpoint);
        Check.equal(COPIES, filled(table), "how many copies there are");
        return table;
    }

    private static void fill(int table, int endpoint) {
        for (int slot = 1; slot <= COPIES; slot++) {
            Kernel.call(table, Invocation.CNODE_COPY, slot, Own.table(), endpoint, Rights.ALL.bits());
        }
    }

    private static int filled(int table) {
        int filled = 0;
        for (int slot = 1; slot <= COPIES; slot++) {
            Kernel.call(table, Invocation.CNODE_INSPECT, slot);
            filled += Message.word(0) == 0 ? 0 : 1;
        }
        return filled;
    }

    private static void aRevocationStopsAndGoesOn() {
        int endpoint = Fresh.endpoint();
        int table = 0;
        KernelError error = KernelError.NONE;
        for (int i = 0; i < ATTEMPTS && error == KernelError.NONE; i++) {
            table = tableOfCopies(endpoint);
            interruptSoon();
            error = once(Own.table(), Invocation.CNODE_REVOKE, endpoint);
        }
        Check.error(KernelError.INTERRUPTED, error, "the revocation");
        Check.that(Message.word(0) > 0, "that it says how far it got");
        int left = filled(table);
        Check.that(left > 0 && left < COPIES, "that some copies are gone and some are left");
        finish(Own.table(), Invocation.CNODE_REVOKE, endpoint);
        Check.equal(0, filled(table), "how many copies are left in the end");
        Check.that(Fresh.isThere(endpoint), "that the endpoint is still there");
    }

    private static void aDeletionOfATableStopsAndGoesOn() {
        int endpoint = Fresh.endpoint();
        int table = 0;
        KernelError error = KernelError.NONE;
        for (int i = 0; i < ATTEMPTS && error == KernelError.NONE; i++) {
            table = tableOfCopies(endpoint);
            interruptSoon();
            error = once(Own.table(), Invocation.CNODE_DELETE, table);
        }
        Check.error(KernelError.INTERRUPTED, error, "the deletion");
        finish(Own.table(), Invocation.CNODE_DELETE, table);
        Check.that(!Fresh.isThere(table), "that the table is gone");
        Check.that(Fresh.isThere(endpoint), "that the endpoint is still there");
    }

    private static void theCleaningOfMemoryStopsAndGoesOn() {
        int memory = Fresh.untyped(LARGE_BITS + ObjectType.SLOT_BITS);
        int slot = Fresh.slot();
        KernelError error = KernelError.NONE;
        for (int i = 0; i < ATTEMPTS && error == KernelError.NONE; i++) {
            Check.done(Fresh.revoke(memory), "getting the memory back");
            interruptSoon();
            Message.setWords(ObjectType.CNODE.ordinal(), LARGE_BITS, Own.table());
            Message.setNextWords(slot, 1, 0);
            error = Kernel.once(memory, Invocation.UNTYPED_RETYPE.ordinal(), 5);
        }
        Check.error(KernelError.INTERRUPTED, error, "making a large table");
        Check.that(Message.word(0) > 0, "that it says how far it got");
        Check.that(!Fresh.isThere(slot), "that no table is there yet");
        Check.done(Fresh.retype(memory, ObjectType.CNODE, LARGE_BITS, slot, 1), "making it at last");
        Check.that(Fresh.isThere(slot), "that the table is there");
    }

    private static void memoryIsNotHandedOutBeforeItsTableIsBuried() {
        int memory = Fresh.untyped(TABLE_BITS + ObjectType.SLOT_BITS);
        int table = Fresh.slot();
        int endpoint = Fresh.endpoint();
        KernelError error = KernelError.NONE;
        for (int i = 0; i < ATTEMPTS && error == KernelError.NONE; i++) {
            Check.done(Fresh.retype(memory, ObjectType.CNODE, TABLE_BITS, table, 1), "making a table");
            fill(table, endpoint);
            interruptSoon();
            error = once(Own.table(), Invocation.CNODE_REVOKE, memory);
        }
        Check.error(KernelError.INTERRUPTED, error, "revoking its memory");
        Check.done(Fresh.retype(memory, ObjectType.CNODE, TABLE_BITS, Fresh.slot(), 1), "making another table in the same memory");
        Check.done(Fresh.revoke(endpoint), "revoking the copies");
        Check.that(Fresh.isThere(endpoint), "that the endpoint is still there");
    }
}
