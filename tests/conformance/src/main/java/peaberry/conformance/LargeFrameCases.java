package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;

/** Frames of 2 MiB, and mapping a frame again with another access. */
final class LargeFrameCases {

    private static final String OBJECT = "LargeFrame";
    private static final int READ = Rights.READ.bits();
    private static final int READ_WRITE = Rights.READ_WRITE.bits();
    private static final int VALUE = 4711;
    private static final long SIZE = 2 << 20;
    /** Where an actor's address space has nothing. */
    private static final long ADDRESS = 0x6000_0000L;

    static final Case[] ALL = {
        new Case(OBJECT, "isMemoryToItsEnd", LargeFrameCases::isMemoryToItsEnd),
        new Case(OBJECT, "mapRefusesAnAddressThatIsNotAligned", LargeFrameCases::mapRefusesAnAddressThatIsNotAligned),
        new Case(OBJECT, "mapRefusesWhatReachesTheLastPage", LargeFrameCases::mapRefusesWhatReachesTheLastPage),
        new Case(OBJECT, "mapNeedsAPageTable", LargeFrameCases::mapNeedsAPageTable),
        new Case(OBJECT, "mapRefusesThePlaceOfATable", LargeFrameCases::mapRefusesThePlaceOfATable),
        new Case(OBJECT, "nothingElseIsMappedInside", LargeFrameCases::nothingElseIsMappedInside),
        new Case(OBJECT, "unmapTakesAllOfItAway", LargeFrameCases::unmapTakesAllOfItAway),
        new Case(OBJECT, "aReadOnlyOneIsNotWritten", LargeFrameCases::aReadOnlyOneIsNotWritten),
        new Case(OBJECT, "mappingAgainTakesTheRightToWriteAway", LargeFrameCases::mappingAgainTakesTheRightToWriteAway),
    };

    private LargeFrameCases() {
    }

    private static int frame() {
        return Fresh.make(ObjectType.LARGE_FRAME, 0);
    }

    private static KernelError map(int frame, int space, long address, int rights) {
        return Kernel.call(frame, Invocation.FRAME_MAP, space, address, rights, 0);
    }

    /** Puts page tables on the way to {@link #ADDRESS}, but for the lowest. */
    private static void giveTables(int space) {
        KernelError error = Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP, space, ADDRESS);
        Check.done(error, "the highest table");
        Check.done(Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP, space, ADDRESS), "the table below");
    }

    private static int spaceWithTables() {
        int space = Fresh.addressSpace();
        giveTables(space);
        return space;
    }

    /** An actor with a large frame at {@link #ADDRESS}. */
    private static Actor actorWith(int frame, int rights) {
        Actor actor = Actor.alone();
        KernelError error = map(frame, actor.space(), ADDRESS, rights);
        while (error == KernelError.MISSING_PAGE_TABLE) {
            Check.done(Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP, actor.space(), ADDRESS), "a table");
            error = map(frame, actor.space(), ADDRESS, rights);
        }
        Check.done(error, "mapping");
        return actor;
    }

    private static void isMemoryToItsEnd() {
        Actor actor = actorWith(frame(), READ_WRITE);
        actor.store(ADDRESS + SIZE - 8, VALUE);
        int last = actor.load(ADDRESS + SIZE - 8);
        int first = actor.load(ADDRESS);
        actor.start();
        Actor.letAllRun();
        Check.equal(VALUE, actor.value(last), "what was written");
        Check.equal(0, actor.value(first), "what was not");
    }

    private static void mapRefusesAnAddressThatIsNotAligned() {
        Check.error(KernelError.ALIGNMENT_ERROR, map(frame(), spaceWithTables(), ADDRESS + UserLayout.PAGE, READ), "mapping");
    }

    private static void mapRefusesWhatReachesTheLastPage() {
        int space = Fresh.addressSpace();
        Check.error(KernelError.RANGE_ERROR, map(frame(), space, UserLayout.LIMIT + UserLayout.PAGE - SIZE, READ), "mapping");
    }

    private static void mapNeedsAPageTable() {
        Check.error(KernelError.MISSING_PAGE_TABLE, map(frame(), Fresh.addressSpace(), ADDRESS, READ), "mapping");
    }

    private static void mapRefusesThePlaceOfATable() {
        int space = spaceWithTables();
        Check.done(Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP, space, ADDRESS), "the lowest table");
        Check.error(KernelError.OCCUPIED, map(frame(), space, ADDRESS, READ), "mapping");
    }

    private static void nothingElseIsMappedInside() {
        int space = spaceWithTables();
        int small = Fresh.frame();
        int table = Fresh.pageTable();
        Check.done(map(frame(), space, ADDRESS, READ), "mapping");
        Check.error(KernelError.OCCUPIED, map(small, space, ADDRESS + UserLayout.PAGE, READ), "mapping a page inside");
        Check.error(KernelError.OCCUPIED, Kernel.call(table, Invocation.PAGE_TABLE_MAP, space, ADDRESS), "a table in its place");
    }

    private static void unmapTakesAllOfItAway() {
        int frame = frame();
        Actor actor = actorWith(frame, READ_WRITE);
        Check.done(Kernel.call(frame, Invocation.FRAME_UNMAP), "unmapping");
        actor.load(ADDRESS + SIZE - 8);
        actor.start();
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often its last word was read");
    }

    private static void aReadOnlyOneIsNotWritten() {
        Actor actor = actorWith(frame(), READ);
        actor.store(ADDRESS, VALUE);
        actor.start();
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often it was written");
    }

    private static void mappingAgainTakesTheRightToWriteAway() {
        int frame = frame();
        Actor actor = actorWith(frame, READ_WRITE);
        Check.done(map(frame, actor.space(), ADDRESS, READ), "mapping to read");
        actor.store(ADDRESS, VALUE);
        actor.start();
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often it was written");
    }
}
