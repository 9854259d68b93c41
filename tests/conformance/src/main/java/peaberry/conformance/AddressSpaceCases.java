package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

/** Address spaces and their page tables. */
final class AddressSpaceCases {

    private static final String SPACE = "VSpace";
    private static final String TABLE = "PageTable";
    private static final long ADDRESS = 0x5000_0000_0000L;
    /** Levels below the root. */
    private static final int LEVELS = 3;
    private static final long KERNEL_ADDRESS = 0xFFFF_FFFF_8010_0000L;

    static final Case[] ALL = {
        new Case(SPACE, "itsDeletionStopsItsThreads", AddressSpaceCases::itsDeletionStopsItsThreads),
        new Case(SPACE, "aThreadThatLostItIsNotResumed", AddressSpaceCases::aThreadThatLostItIsNotResumed),
        new Case(SPACE, "aThreadKeepsItWhenAnotherCapabilityGoes", AddressSpaceCases::aThreadKeepsItWhenAnotherCapabilityGoes),
        new Case(SPACE, "theKernelsMemoryIsNotRead", AddressSpaceCases::theKernelsMemoryIsNotRead),
        new Case(SPACE, "theKernelsMemoryIsNotWritten", AddressSpaceCases::theKernelsMemoryIsNotWritten),
        new Case(SPACE, "theKernelsMemoryIsNotExecuted", AddressSpaceCases::theKernelsMemoryIsNotExecuted),
        new Case(SPACE, "theLowestPageIsNotThere", AddressSpaceCases::theLowestPageIsNotThere),
        new Case(SPACE, "oneDoesNotSeeAnother", AddressSpaceCases::oneDoesNotSeeAnother),
        new Case(SPACE, "invokingItIsIllegal", AddressSpaceCases::invokingItIsIllegal),
        new Case(TABLE, "mapFillsEachLevelOnce", AddressSpaceCases::mapFillsEachLevelOnce),
        new Case(TABLE, "mapRefusesATableThatIsInUse", AddressSpaceCases::mapRefusesATableThatIsInUse),
        new Case(TABLE, "mapRefusesTheLowestPage", AddressSpaceCases::mapRefusesTheLowestPage),
        new Case(TABLE, "mapRefusesTheKernelsMemory", AddressSpaceCases::mapRefusesTheKernelsMemory),
        new Case(TABLE, "mapRefusesAnAddressInsideOfAPage", AddressSpaceCases::mapRefusesAnAddressInsideOfAPage),
        new Case(TABLE, "unmapHidesWhatIsMappedThroughIt", AddressSpaceCases::unmapHidesWhatIsMappedThroughIt),
        new Case(TABLE, "unmapOfAnUnmappedTableIsNothing", AddressSpaceCases::unmapOfAnUnmappedTableIsNothing),
        new Case(TABLE, "aTableComesBackEmpty", AddressSpaceCases::aTableComesBackEmpty),
        new Case(TABLE, "deletionHidesWhatIsMappedThroughIt", AddressSpaceCases::deletionHidesWhatIsMappedThroughIt),
        new Case(TABLE, "aTableOutlivesTheAddressSpace", AddressSpaceCases::aTableOutlivesTheAddressSpace),
    };

    private AddressSpaceCases() {
    }

    private static KernelError map(int table, int space, long address) {
        return Kernel.call(table, Invocation.PAGE_TABLE_MAP, space, address);
    }

    private static void faults(Actor actor) {
        actor.start();
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often the access was made");
        Check.state(ThreadState.FAULTED, actor, "the state of who made it");
    }

    private static void itsDeletionStopsItsThreads() {
        Actor actor = Actor.alone();
        actor.signal(Fresh.notification());
        actor.start();
        Check.done(Fresh.revoke(actor.space()), "revoking copies of it");
        Check.done(Fresh.delete(actor.space()), "deleting it");
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often its thread made a system call");
        Check.state(ThreadState.INACTIVE, actor, "its thread's state");
    }

    private static void aThreadThatLostItIsNotResumed() {
        Actor actor = Actor.alone();
        actor.signal(Fresh.notification());
        actor.start();
        Check.done(Fresh.revoke(actor.space()), "revoking copies of it");
        Check.error(KernelError.FAILED_LOOKUP, actor.resume(), "resuming its thread");
    }

    private static void aThreadKeepsItWhenAnotherCapabilityGoes() {
        Actor actor = Actor.alone();
        int signal = actor.signal(Fresh.notification());
        actor.start();
        Check.done(Fresh.delete(actor.space()), "deleting the suite's capability of it");
        Actor.letAllRun();
        Check.equal(1, actor.done(signal), "how often its thread made a system call");
    }

    private static void theKernelsMemoryIsNotRead() {
        Actor actor = Actor.alone();
        actor.load(KERNEL_ADDRESS);
        faults(actor);
    }

    private static void theKernelsMemoryIsNotWritten() {
        Actor actor = Actor.alone();
        actor.store(KERNEL_ADDRESS, 0);
        faults(actor);
    }

    private static void theKernelsMemoryIsNotExecuted() {
        Actor actor = Actor.alone();
        actor.execute(KERNEL_ADDRESS);
        faults(actor);
    }

    private static void theLowestPageIsNotThere() {
        Actor actor = Actor.alone();
        actor.load(Long.BYTES);
        faults(actor);
    }

    private static void oneDoesNotSeeAnother() {
        long address = Fresh.map(Fresh.frame());
        Actor actor = Actor.alone();
        actor.load(address);
        faults(actor);
    }

    private static void invokingItIsIllegal() {
        Check.error(KernelError.ILLEGAL_OPERATION, Kernel.call(Fresh.addressSpace(), Invocation.FRAME_UNMAP), "a frame's operation");
    }

    private static void mapFillsEachLevelOnce() {
        int space = Fresh.addressSpace();
        for (int level = 0; level < LEVELS; level++) {
            Check.done(map(Fresh.pageTable(), space, ADDRESS), "a table that is missing");
        }
        Check.error(KernelError.OCCUPIED, map(Fresh.pageTable(), space, ADDRESS), "a table too many");
        Check.done(Kernel.call(Fresh.frame(), Invocation.FRAME_MAP, space, ADDRESS, Rights.READ.bits(), 0), "a frame below them");
    }

    private static void mapRefusesATableThatIsInUse() {
        int space = Fresh.addressSpace();
        int table = Fresh.pageTable();
        Check.done(map(table, space, ADDRESS), "mapping it");
        Check.error(KernelError.OCCUPIED, map(table, space, ADDRESS), "mapping it again");
    }

    private static void mapRefusesTheLowestPage() {
        Check.error(KernelError.RANGE_ERROR, map(Fresh.pageTable(), Fresh.addressSpace(), 0), "mapping");
    }

    private static void mapRefusesTheKernelsMemory() {
        int space = Fresh.addressSpace();
        int table = Fresh.pageTable();
        Check.error(KernelError.RANGE_ERROR, map(table, space, UserLayout.LIMIT), "the first page that is not a program's");
        Check.error(KernelError.RANGE_ERROR, map(table, space, KERNEL_ADDRESS), "where the kernel is");
    }

    private static void mapRefusesAnAddressInsideOfAPage() {
        Check.error(KernelError.ALIGNMENT_ERROR, map(Fresh.pageTable(), Fresh.addressSpace(), ADDRESS + 1), "mapping");
    }

    /** A page table of the lowest level with a page, in the actor's address space. */
    private static int tableWithPage(Actor actor) {
        int table = 0;
        for (int level = 0; level < LEVELS; level++) {
            table = Fresh.pageTable();
            Check.done(map(table, actor.space(), ADDRESS), "a table on the way");
        }
        Check.done(Kernel.call(Fresh.frame(), Invocation.FRAME_MAP, actor.space(), ADDRESS, Rights.READ.bits(), 0), "a page");
        return table;
    }

    private static void unmapHidesWhatIsMappedThroughIt() {
        Actor actor = Actor.alone();
        int table = tableWithPage(actor);
        Check.done(Kernel.call(table, Invocation.PAGE_TABLE_UNMAP), "unmapping the table");
        actor.load(ADDRESS);
        faults(actor);
    }

    private static void unmapOfAnUnmappedTableIsNothing() {
        Check.done(Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_UNMAP), "unmapping");
    }

    private static void aTableComesBackEmpty() {
        Actor actor = Actor.alone();
        int table = tableWithPage(actor);
        Check.done(Kernel.call(table, Invocation.PAGE_TABLE_UNMAP), "unmapping the table");
        Check.done(map(table, actor.space(), ADDRESS), "mapping it again");
        actor.load(ADDRESS);
        faults(actor);
    }

    private static void deletionHidesWhatIsMappedThroughIt() {
        Actor actor = Actor.alone();
        Check.done(Fresh.delete(tableWithPage(actor)), "deleting the table");
        actor.load(ADDRESS);
        faults(actor);
    }

    private static void aTableOutlivesTheAddressSpace() {
        int space = Fresh.addressSpace();
        int table = Fresh.pageTable();
        Check.done(map(table, space, ADDRESS), "mapping it");
        Check.done(Fresh.delete(space), "deleting the address space");
        Check.done(map(table, Fresh.addressSpace(), ADDRESS), "mapping it in another one");
    }
}
