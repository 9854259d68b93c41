package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.runtime.Message;

/** Frames: mapping them, and what a program can do with the page. */
final class FrameCases {

    private static final String OBJECT = "Frame";
    private static final int READ = Rights.READ.bits();
    private static final int READ_WRITE = Rights.READ_WRITE.bits();
    private static final int EXECUTABLE = 1;
    private static final int VALUE = 4711;
    private static final long LARGE = 2 << 20;
    /** Far from all that is mapped: no page table is there. */
    private static final long ELSEWHERE = 0x7000_0000_0000L;
    /** {@code mov $4711, %eax; ret}. */
    private static final byte[] ANSWER = MachineCode.of("B8 67 12 00 00 C3");

    static final Case[] ALL = {
        new Case(OBJECT, "aMappedFrameIsMemory", FrameCases::aMappedFrameIsMemory),
        new Case(OBJECT, "copiesOfAFrameAreTheSameMemory", FrameCases::copiesOfAFrameAreTheSameMemory),
        new Case(OBJECT, "aPageMappedToReadIsNotWritten", FrameCases::aPageMappedToReadIsNotWritten),
        new Case(OBJECT, "aWritablePageIsNotExecuted", FrameCases::aWritablePageIsNotExecuted),
        new Case(OBJECT, "anExecutablePageIsExecuted", FrameCases::anExecutablePageIsExecuted),
        new Case(OBJECT, "anExecutablePageIsNotWritten", FrameCases::anExecutablePageIsNotWritten),
        new Case(OBJECT, "mapRefusesAWritableExecutablePage", FrameCases::mapRefusesAWritableExecutablePage),
        new Case(OBJECT, "mapRefusesAPageThatCannotBeRead", FrameCases::mapRefusesAPageThatCannotBeRead),
        new Case(OBJECT, "mapRefusesAFlagThatIsNone", FrameCases::mapRefusesAFlagThatIsNone),
        new Case(OBJECT, "mapRefusesMoreThanTheCapabilityAllows", FrameCases::mapRefusesMoreThanTheCapabilityAllows),
        new Case(OBJECT, "mapNeedsTheRightToReadTheFrame", FrameCases::mapNeedsTheRightToReadTheFrame),
        new Case(OBJECT, "mapRefusesTheLowestPage", FrameCases::mapRefusesTheLowestPage),
        new Case(OBJECT, "mapRefusesTheKernelsMemory", FrameCases::mapRefusesTheKernelsMemory),
        new Case(OBJECT, "mapRefusesAnAddressInsideOfAPage", FrameCases::mapRefusesAnAddressInsideOfAPage),
        new Case(OBJECT, "mapRefusesATakenAddress", FrameCases::mapRefusesATakenAddress),
        new Case(OBJECT, "mapRefusesAFrameThatIsMapped", FrameCases::mapRefusesAFrameThatIsMapped),
        new Case(OBJECT, "mapNeedsAPageTable", FrameCases::mapNeedsAPageTable),
        new Case(OBJECT, "mapReachesTheLastPage", FrameCases::mapReachesTheLastPage),
        new Case(OBJECT, "unmapTakesThePageAway", FrameCases::unmapTakesThePageAway),
        new Case(OBJECT, "unmapOfAnUnmappedFrameIsNothing", FrameCases::unmapOfAnUnmappedFrameIsNothing),
        new Case(OBJECT, "unmapLeavesOtherMappingsAlone", FrameCases::unmapLeavesOtherMappingsAlone),
        new Case(OBJECT, "anUnmappedFrameIsMappedElsewhere", FrameCases::anUnmappedFrameIsMappedElsewhere),
        new Case(OBJECT, "deletionTakesThePageAway", FrameCases::deletionTakesThePageAway),
        new Case(OBJECT, "revocationTakesThePageAwayWhileItIsInUse", FrameCases::revocationTakesThePageAwayWhileItIsInUse),
        new Case(OBJECT, "aMovedFrameStaysMapped", FrameCases::aMovedFrameStaysMapped),
        new Case(OBJECT, "aFrameOutlivesTheAddressSpace", FrameCases::aFrameOutlivesTheAddressSpace),
        new Case(OBJECT, "aDevicesFrameSaysWhereTheDeviceIs", FrameCases::aDevicesFrameSaysWhereTheDeviceIs),
        new Case(OBJECT, "framesInARowAreAtAddressesInARow", FrameCases::framesInARowAreAtAddressesInARow),
        new Case(OBJECT, "aCopySaysTheSameAddress", FrameCases::aCopySaysTheSameAddress),
        new Case(OBJECT, "aLargeFramesAddressIsAligned", FrameCases::aLargeFramesAddressIsAligned),
    };

    private FrameCases() {
    }

    private static KernelError map(int frame, int space, long address, long rights, long executable) {
        return Kernel.call(frame, Invocation.FRAME_MAP, space, address, rights, executable);
    }

    private static KernelError mapHere(int frame, long address, long rights, long executable) {
        return map(frame, Own.addressSpace(), address, rights, executable);
    }

    /** Lets the actor do its step 0 at a page that it must not touch so. */
    private static void faults(Actor actor) {
        actor.start();
        Actor.letAllRun();
        Check.equal(0, actor.done(0), "how often the access was made");
        Check.state(ThreadState.FAULTED, actor, "the state of who made it");
    }

    private static void aMappedFrameIsMemory() {
        int frame = Fresh.frame();
        Actor actor = Actor.alone();
        long address = Fresh.page();
        Actor.mapIn(actor.space(), frame, address, READ_WRITE, 0);
        actor.store(address, VALUE);
        int load = actor.load(address);
        actor.start();
        Actor.letAllRun();
        Check.equal(VALUE, actor.value(load), "what was written");
    }

    private static void copiesOfAFrameAreTheSameMemory() {
        int frame = Fresh.frame();
        long address = Fresh.map(frame);
        Actor actor = Actor.alone();
        Actor.mapIn(actor.space(), Fresh.copy(frame, Rights.ALL), address, READ_WRITE, 0);
        actor.store(address, VALUE);
        actor.start();
        Actor.letAllRun();
        Check.equal(VALUE, Fresh.read(address), "what the other wrote");
    }

    private static void aPageMappedToReadIsNotWritten() {
        Actor actor = Actor.alone();
        long address = Fresh.page();
        Actor.mapIn(actor.space(), Fresh.frame(), address, READ, 0);
        actor.store(address, VALUE);
        faults(actor);
    }

    private static void aWritablePageIsNotExecuted() {
        Actor actor = Actor.alone();
        long address = Fresh.page();
        Actor.mapIn(actor.space(), Fresh.frame(), address, READ_WRITE, 0);
        actor.execute(address);
        faults(actor);
    }

    private static void anExecutablePageIsExecuted() {
        Actor actor = Actor.alone();
        int execute = actor.execute(actor.install(ANSWER));
        actor.start();
        Actor.letAllRun();
        Check.equal(VALUE, actor.value(execute), "the code's result");
    }

    private static void anExecutablePageIsNotWritten() {
        Actor actor = Actor.alone();
        actor.store(actor.install(ANSWER), VALUE);
        faults(actor);
    }

    private static void mapRefusesAWritableExecutablePage() {
        Check.error(KernelError.INVALID_ARGUMENT, mapHere(Fresh.frame(), Fresh.page(), READ_WRITE, EXECUTABLE), "mapping");
    }

    private static void mapRefusesAPageThatCannotBeRead() {
        Check.error(KernelError.INVALID_ARGUMENT, mapHere(Fresh.frame(), Fresh.page(), Rights.WRITE.bits(), 0), "mapping to write");
        Check.error(KernelError.INVALID_ARGUMENT, mapHere(Fresh.frame(), Fresh.page(), 0, 0), "mapping to nothing");
    }

    private static void mapRefusesAFlagThatIsNone() {
        Check.error(KernelError.INVALID_ARGUMENT, mapHere(Fresh.frame(), Fresh.page(), READ, 2), "mapping");
        Check.error(KernelError.INVALID_ARGUMENT, mapHere(Fresh.frame(), Fresh.page(), READ, -1), "mapping");
    }

    private static void mapRefusesMoreThanTheCapabilityAllows() {
        int frame = Fresh.copy(Fresh.frame(), Rights.READ);
        Check.error(KernelError.MISSING_RIGHT, mapHere(frame, Fresh.page(), READ_WRITE, 0), "mapping to write");
        Check.done(mapHere(frame, Fresh.page(), READ, 0), "mapping to read");
    }

    private static void mapNeedsTheRightToReadTheFrame() {
        int frame = Fresh.copy(Fresh.frame(), Rights.NONE);
        Check.error(KernelError.MISSING_RIGHT, mapHere(frame, Fresh.page(), READ, 0), "mapping to read");
    }

    private static void mapRefusesTheLowestPage() {
        Check.error(KernelError.RANGE_ERROR, mapHere(Fresh.frame(), 0, READ, 0), "mapping");
    }

    private static void mapRefusesTheKernelsMemory() {
        int frame = Fresh.frame();
        Check.error(KernelError.RANGE_ERROR, mapHere(frame, UserLayout.LIMIT, READ, 0), "the first page that is not a program's");
        Check.error(KernelError.RANGE_ERROR, mapHere(frame, Long.MIN_VALUE, READ, 0), "a page between the halves");
        Check.error(KernelError.RANGE_ERROR, mapHere(frame, -UserLayout.PAGE, READ, 0), "the last page of all");
    }

    private static void mapRefusesAnAddressInsideOfAPage() {
        Check.error(KernelError.ALIGNMENT_ERROR, mapHere(Fresh.frame(), Fresh.page() + 1, READ, 0), "mapping");
    }

    private static void mapRefusesATakenAddress() {
        long address = Fresh.map(Fresh.frame());
        Check.error(KernelError.OCCUPIED, mapHere(Fresh.frame(), address, READ, 0), "mapping");
    }

    private static void mapRefusesAFrameThatIsMapped() {
        int frame = Fresh.frame();
        Fresh.map(frame);
        Check.error(KernelError.OCCUPIED, mapHere(frame, Fresh.page(), READ, 0), "mapping");
    }

    private static void mapNeedsAPageTable() {
        Check.error(KernelError.MISSING_PAGE_TABLE, mapHere(Fresh.frame(), ELSEWHERE, READ, 0), "mapping");
    }

    private static void mapReachesTheLastPage() {
        Actor actor = Actor.alone();
        long address = UserLayout.LIMIT - UserLayout.PAGE;
        Actor.mapIn(actor.space(), Fresh.frame(), address, READ_WRITE, 0);
        actor.store(address + UserLayout.PAGE - Long.BYTES, VALUE);
        int load = actor.load(address + UserLayout.PAGE - Long.BYTES);
        actor.start();
        Actor.letAllRun();
        Check.equal(VALUE, actor.value(load), "the last word that a program can have");
    }

    private static void unmapTakesThePageAway() {
        int frame = Fresh.frame();
        Actor actor = Actor.alone();
        long address = Fresh.page();
        Actor.mapIn(actor.space(), frame, address, READ_WRITE, 0);
        Check.done(Kernel.call(frame, Invocation.FRAME_UNMAP), "unmapping");
        actor.load(address);
        faults(actor);
    }

    private static void unmapOfAnUnmappedFrameIsNothing() {
        Check.done(Kernel.call(Fresh.frame(), Invocation.FRAME_UNMAP), "unmapping");
    }

    private static void unmapLeavesOtherMappingsAlone() {
        int frame = Fresh.frame();
        int copy = Fresh.copy(frame, Rights.ALL);
        long address = Fresh.map(frame);
        Fresh.map(copy);
        Fresh.write(address, VALUE);
        Check.done(Kernel.call(copy, Invocation.FRAME_UNMAP), "unmapping the copy");
        Check.equal(VALUE, Fresh.read(address), "what is at the other address");
    }

    private static void anUnmappedFrameIsMappedElsewhere() {
        int frame = Fresh.frame();
        Fresh.write(Fresh.map(frame), VALUE);
        Check.done(Kernel.call(frame, Invocation.FRAME_UNMAP), "unmapping");
        Check.equal(VALUE, Fresh.read(Fresh.map(frame)), "what is at the new address");
    }

    private static void deletionTakesThePageAway() {
        int frame = Fresh.frame();
        Actor actor = Actor.alone();
        long address = Fresh.page();
        Actor.mapIn(actor.space(), frame, address, READ_WRITE, 0);
        Check.done(Fresh.delete(frame), "deleting");
        actor.load(address);
        faults(actor);
    }

    private static void revocationTakesThePageAwayWhileItIsInUse() {
        int frame = Fresh.frame();
        Actor actor = Actor.alone();
        long address = Fresh.page();
        Actor.mapIn(actor.space(), Fresh.copy(frame, Rights.ALL), address, READ_WRITE, 0);
        int go = Fresh.notification();
        int before = actor.load(address);
        actor.await(go);
        int after = actor.load(address);
        actor.start();
        Actor.letAllRun();
        Check.equal(1, actor.done(before), "how often it was read before");
        Check.done(Fresh.revoke(frame), "revoking");
        Notifier.signal(go);
        Actor.letAllRun();
        Check.equal(0, actor.done(after), "how often it was read after");
        Check.state(ThreadState.FAULTED, actor, "the state of who read it");
    }

    private static void aMovedFrameStaysMapped() {
        int frame = Fresh.frame();
        long address = Fresh.map(frame);
        int moved = Fresh.slot();
        Check.done(Kernel.call(Own.table(), Invocation.CNODE_MOVE, moved, Own.table(), frame), "moving");
        Fresh.write(address, VALUE);
        Check.equal(VALUE, Fresh.read(address), "what was written");
        Check.done(Kernel.call(moved, Invocation.FRAME_UNMAP), "unmapping");
        Check.done(mapHere(Fresh.frame(), address, READ, 0), "using the address again");
    }

    private static void aFrameOutlivesTheAddressSpace() {
        int space = Fresh.addressSpace();
        int frame = Fresh.frame();
        Actor.mapIn(space, frame, Fresh.page(), READ_WRITE, 0);
        Check.done(Fresh.delete(space), "deleting the address space");
        Check.done(mapHere(frame, Fresh.page(), READ_WRITE, 0), "mapping the frame elsewhere");
    }

    /** Where the frame is in the machine's memory. */
    private static long physical(int frame) {
        Check.done(Kernel.call(frame, Invocation.FRAME_ADDRESS), "asking for the address");
        return Message.word(0);
    }

    private static void aDevicesFrameSaysWhereTheDeviceIs() {
        if (!Fresh.isThere(Own.deviceMemory())) {
            Check.notApplicable("this machine has no devices' memory");
            return;
        }
        int first = Fresh.slots(2);
        Check.done(Fresh.retype(Own.deviceMemory(), ObjectType.FRAME, 0, first, 2), "making frames of a device's memory");
        Check.equal(Own.DEVICE_MEMORY_ADDRESS, physical(first), "the first one's address");
        Check.equal(Own.DEVICE_MEMORY_ADDRESS + UserLayout.PAGE, physical(first + 1), "the second one's address");
        Check.done(Fresh.revoke(Own.deviceMemory()), "giving the device's memory back");
    }

    private static void framesInARowAreAtAddressesInARow() {
        int first = Fresh.slots(2);
        Check.done(Fresh.retype(Fresh.memory(), ObjectType.FRAME, 0, first, 2), "making frames");
        Check.equal(UserLayout.PAGE, physical(first + 1) - physical(first), "the distance");
        Check.equal(0, physical(first) % UserLayout.PAGE, "the offset in a page");
    }

    private static void aCopySaysTheSameAddress() {
        int frame = Fresh.frame();
        long address = physical(frame);
        Fresh.map(frame);
        Check.equal(address, physical(frame), "the address when it is mapped");
        Check.equal(address, physical(Fresh.copy(frame, Rights.READ)), "that of a copy");
    }

    private static void aLargeFramesAddressIsAligned() {
        Check.equal(0, physical(Fresh.make(ObjectType.LARGE_FRAME, 0)) % LARGE, "the offset in 2 MiB");
    }
}
