package peaberry.conformance;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.UserLayout;
import peaberry.runtime.Message;

/** Memory and the making of objects. */
final class UntypedCases {

    private static final String OBJECT = "Untyped";
    private static final int PAGE_BITS = 12;
    private static final int TABLE_BITS = 3;

    static final Case[] ALL = {
        new Case(OBJECT, "retypeMakesEveryTypeOfObject", UntypedCases::retypeMakesEveryTypeOfObject),
        new Case(OBJECT, "retypeRefusesATypeThatIsNone", UntypedCases::retypeRefusesATypeThatIsNone),
        new Case(OBJECT, "retypeRefusesTooSmallUntypedMemory", UntypedCases::retypeRefusesTooSmallUntypedMemory),
        new Case(OBJECT, "retypeRefusesTooLargeUntypedMemory", UntypedCases::retypeRefusesTooLargeUntypedMemory),
        new Case(OBJECT, "retypeRefusesTooSmallATable", UntypedCases::retypeRefusesTooSmallATable),
        new Case(OBJECT, "retypeRefusesTooLargeATable", UntypedCases::retypeRefusesTooLargeATable),
        new Case(OBJECT, "retypeRefusesToMakeNothing", UntypedCases::retypeRefusesToMakeNothing),
        new Case(OBJECT, "retypeRefusesToMakeTooMany", UntypedCases::retypeRefusesToMakeTooMany),
        new Case(OBJECT, "retypeRefusesSlotZero", UntypedCases::retypeRefusesSlotZero),
        new Case(OBJECT, "retypeRefusesSlotsThatTheTableLacks", UntypedCases::retypeRefusesSlotsThatTheTableLacks),
        new Case(OBJECT, "retypeRefusesATakenSlotAndMakesNothing", UntypedCases::retypeRefusesATakenSlotAndMakesNothing),
        new Case(OBJECT, "retypeRefusesWhatDoesNotFitAndMakesNothing", UntypedCases::retypeRefusesWhatDoesNotFitAndMakesNothing),
        new Case(OBJECT, "retypeFillsSlotsInARow", UntypedCases::retypeFillsSlotsInARow),
        new Case(OBJECT, "retypeFillsAnotherTable", UntypedCases::retypeFillsAnotherTable),
        new Case(OBJECT, "retypeAlignsObjects", UntypedCases::retypeAlignsObjects),
        new Case(OBJECT, "aNewFrameIsEmptyWhateverTheMemoryHeld", UntypedCases::aNewFrameIsEmptyWhateverTheMemoryHeld),
        new Case(OBJECT, "memoryWithoutChildrenStartsAfresh", UntypedCases::memoryWithoutChildrenStartsAfresh),
        new Case(OBJECT, "memoryWithAChildIsNotHandedOutAgain", UntypedCases::memoryWithAChildIsNotHandedOutAgain),
        new Case(OBJECT, "memoryOfMemoryGoesWithIt", UntypedCases::memoryOfMemoryGoesWithIt),
        new Case(OBJECT, "usageTellsSizeAndUse", UntypedCases::usageTellsSizeAndUse),
        new Case(OBJECT, "usageOfFreshMemoryIsNothing", UntypedCases::usageOfFreshMemoryIsNothing),
    };

    private UntypedCases() {
    }

    private static void makes(ObjectType type, int bits, CapabilityType expected) {
        Check.done(Fresh.inspect(Fresh.make(type, bits)), "inspecting what was made");
        Check.equal(expected.ordinal(), Message.word(0), "the type of what was made");
    }

    private static void retypeMakesEveryTypeOfObject() {
        makes(ObjectType.UNTYPED, PAGE_BITS, CapabilityType.UNTYPED);
        makes(ObjectType.CNODE, TABLE_BITS, CapabilityType.CNODE);
        makes(ObjectType.TCB, 0, CapabilityType.TCB);
        makes(ObjectType.ENDPOINT, 0, CapabilityType.ENDPOINT);
        makes(ObjectType.NOTIFICATION, 0, CapabilityType.NOTIFICATION);
        makes(ObjectType.REPLY, 0, CapabilityType.REPLY);
        makes(ObjectType.VSPACE, 0, CapabilityType.VSPACE);
        makes(ObjectType.PAGE_TABLE, 0, CapabilityType.PAGE_TABLE);
        makes(ObjectType.FRAME, 0, CapabilityType.FRAME);
    }

    private static KernelError retype(long type, long bits, long first, long count) {
        return Kernel.call(Fresh.memory(), Invocation.UNTYPED_RETYPE, type, bits, Own.table(), first, count);
    }

    private static void retypeRefusesATypeThatIsNone() {
        int slot = Fresh.slot();
        Check.error(KernelError.INVALID_ARGUMENT, retype(1000, PAGE_BITS, slot, 1), "a type that is none");
        Check.error(KernelError.INVALID_ARGUMENT, retype(-1, PAGE_BITS, slot, 1), "a negative type");
        Check.error(KernelError.INVALID_ARGUMENT, retype(1L << 32, PAGE_BITS, slot, 1), "a type whose low bits are one");
    }

    private static void retypeRefusesTooSmallUntypedMemory() {
        refusesSize(ObjectType.UNTYPED, ObjectType.MIN_UNTYPED_BITS - 1);
        refusesSize(ObjectType.UNTYPED, -1);
    }

    private static void retypeRefusesTooLargeUntypedMemory() {
        refusesSize(ObjectType.UNTYPED, ObjectType.MAX_UNTYPED_BITS + 1);
        refusesSize(ObjectType.UNTYPED, 1L << 32 | PAGE_BITS);
    }

    private static void retypeRefusesTooSmallATable() {
        refusesSize(ObjectType.CNODE, 0);
    }

    private static void retypeRefusesTooLargeATable() {
        refusesSize(ObjectType.CNODE, ObjectType.MAX_CNODE_BITS + 1);
    }

    private static void refusesSize(ObjectType type, long bits) {
        Check.error(KernelError.RANGE_ERROR, retype(type.ordinal(), bits, Fresh.slot(), 1), "the size");
    }

    private static void retypeRefusesToMakeNothing() {
        int slot = Fresh.slot();
        Check.error(KernelError.RANGE_ERROR, retype(ObjectType.ENDPOINT.ordinal(), 0, slot, 0), "no object");
        Check.error(KernelError.RANGE_ERROR, retype(ObjectType.ENDPOINT.ordinal(), 0, slot, -1), "a negative number of objects");
    }

    private static void retypeRefusesToMakeTooMany() {
        int slot = Fresh.slot();
        Check.error(KernelError.RANGE_ERROR, retype(ObjectType.ENDPOINT.ordinal(), 0, slot, 9), "nine objects");
        Check.error(KernelError.RANGE_ERROR, retype(ObjectType.ENDPOINT.ordinal(), 0, slot, Long.MAX_VALUE), "very many objects");
    }

    private static void retypeRefusesSlotZero() {
        Check.error(KernelError.RANGE_ERROR, retype(ObjectType.ENDPOINT.ordinal(), 0, 0, 1), "slot 0");
    }

    private static void retypeRefusesSlotsThatTheTableLacks() {
        int table = Fresh.table(TABLE_BITS);
        long first = (1 << TABLE_BITS) - 1;
        Check.error(KernelError.RANGE_ERROR, Kernel.call(Fresh.memory(), Invocation.UNTYPED_RETYPE, ObjectType.ENDPOINT.ordinal(), 0, table,
                first, 2), "two slots where one is left");
        Check.error(KernelError.RANGE_ERROR, Kernel.call(Fresh.memory(), Invocation.UNTYPED_RETYPE, ObjectType.ENDPOINT.ordinal(), 0, table,
                Long.MAX_VALUE, 1), "a slot far behind the table");
    }

    private static void retypeRefusesATakenSlotAndMakesNothing() {
        int slots = Fresh.slots(2);
        Check.done(Fresh.retype(Fresh.memory(), ObjectType.ENDPOINT, 0, slots + 1, 1), "making an endpoint");
        Check.error(KernelError.OCCUPIED, Fresh.retype(Fresh.memory(), ObjectType.ENDPOINT, 0, slots, 2), "two objects where one fits");
        Check.that(!Fresh.isThere(slots), "that the first slot stayed empty");
    }

    private static void retypeRefusesWhatDoesNotFitAndMakesNothing() {
        int memory = Fresh.untyped(PAGE_BITS);
        int slots = Fresh.slots(2);
        Check.error(KernelError.NOT_ENOUGH_MEMORY, Fresh.retype(memory, ObjectType.FRAME, 0, slots, 2), "two pages out of one");
        Check.that(!Fresh.isThere(slots), "that no page was made");
        Check.done(Fresh.retype(memory, ObjectType.FRAME, 0, slots, 1), "one page out of one");
    }

    private static void retypeFillsSlotsInARow() {
        int count = 8;
        int slots = Fresh.slots(count);
        Check.done(Fresh.retype(Fresh.memory(), ObjectType.ENDPOINT, 0, slots, count), "making eight endpoints");
        for (int i = 0; i < count; i++) {
            Check.that(Fresh.isThere(slots + i), "that each slot has one");
        }
    }

    private static void retypeFillsAnotherTable() {
        int table = Fresh.table(TABLE_BITS);
        Check.done(Kernel.call(Fresh.memory(), Invocation.UNTYPED_RETYPE, ObjectType.ENDPOINT.ordinal(), 0, table, 5, 1), "making an endpoint");
        Check.done(Kernel.call(table, Invocation.CNODE_INSPECT, 5), "inspecting the slot");
        Check.equal(CapabilityType.ENDPOINT.ordinal(), Message.word(0), "the type of what is there");
    }

    private static void retypeAlignsObjects() {
        int memory = Fresh.untyped(PAGE_BITS + 1);
        Check.done(Fresh.retype(memory, ObjectType.ENDPOINT, 0, Fresh.slot(), 1), "a small object");
        Check.done(Fresh.retype(memory, ObjectType.FRAME, 0, Fresh.slot(), 1), "a page behind it");
        Check.done(Kernel.call(memory, Invocation.UNTYPED_USAGE), "asking for the use");
        Check.equal(2 * UserLayout.PAGE, Message.word(1), "bytes used");
    }

    private static void aNewFrameIsEmptyWhateverTheMemoryHeld() {
        int memory = Fresh.untyped(PAGE_BITS);
        int frame = Fresh.slot();
        Check.done(Fresh.retype(memory, ObjectType.FRAME, 0, frame, 1), "making a page");
        long address = Fresh.map(frame);
        Fresh.write(address, 42);
        Fresh.write(address + UserLayout.PAGE - Long.BYTES, 43);
        Check.done(Fresh.revoke(memory), "revoking it");
        Check.done(Fresh.retype(memory, ObjectType.FRAME, 0, frame, 1), "making it again");
        Actor.mapIn(Own.addressSpace(), frame, address, 3, 0);
        Check.equal(0, Fresh.read(address), "the first word");
        Check.equal(0, Fresh.read(address + UserLayout.PAGE - Long.BYTES), "the last word");
    }

    private static void memoryWithoutChildrenStartsAfresh() {
        int memory = Fresh.untyped(PAGE_BITS);
        int frame = Fresh.slot();
        Check.done(Fresh.retype(memory, ObjectType.FRAME, 0, frame, 1), "making a page");
        Check.done(Fresh.delete(frame), "deleting it");
        Check.done(Fresh.retype(memory, ObjectType.FRAME, 0, frame, 1), "making it again");
    }

    private static void memoryWithAChildIsNotHandedOutAgain() {
        int memory = Fresh.untyped(PAGE_BITS + 1);
        int frames = Fresh.slots(2);
        Check.done(Fresh.retype(memory, ObjectType.FRAME, 0, frames, 2), "making two pages");
        Check.done(Fresh.delete(frames), "deleting one");
        Check.error(KernelError.NOT_ENOUGH_MEMORY, Fresh.retype(memory, ObjectType.FRAME, 0, frames, 1), "making it again");
    }

    private static void memoryOfMemoryGoesWithIt() {
        int outer = Fresh.untyped(PAGE_BITS + 2);
        int inner = Fresh.slot();
        int endpoint = Fresh.slot();
        Check.done(Fresh.retype(outer, ObjectType.UNTYPED, PAGE_BITS, inner, 1), "making memory of memory");
        Check.done(Fresh.retype(inner, ObjectType.ENDPOINT, 0, endpoint, 1), "making an endpoint of that");
        Check.done(Fresh.revoke(outer), "revoking the outer memory");
        Check.that(!Fresh.isThere(inner), "that the inner memory is gone");
        Check.that(!Fresh.isThere(endpoint), "that the endpoint is gone");
    }

    private static void usageTellsSizeAndUse() {
        int memory = Fresh.untyped(PAGE_BITS);
        Check.done(Fresh.retype(memory, ObjectType.ENDPOINT, 0, Fresh.slot(), 1), "making an endpoint");
        Check.done(Kernel.call(memory, Invocation.UNTYPED_USAGE), "asking for the use");
        Check.equal(PAGE_BITS, Message.word(0), "log2 of the size");
        Check.equal(1L << ObjectType.ENDPOINT.sizeBits(0), Message.word(1), "bytes used");
    }

    private static void usageOfFreshMemoryIsNothing() {
        Check.done(Kernel.call(Fresh.untyped(PAGE_BITS), Invocation.UNTYPED_USAGE), "asking for the use");
        Check.equal(0, Message.word(1), "bytes used");
    }
}
