package peaberry.conformance;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.Message;

/** Capabilities: copies, badges, moves, deletion and revocation. */
final class CNodeCases {

    private static final String OBJECT = "CNode";
    private static final int TABLE_BITS = 3;
    private static final int BADGE = 77;

    static final Case[] ALL = {
        new Case(OBJECT, "copyAllowsNoMoreThanItsSource", CNodeCases::copyAllowsNoMoreThanItsSource),
        new Case(OBJECT, "copyKeepsTheBadge", CNodeCases::copyKeepsTheBadge),
        new Case(OBJECT, "copyReachesAnotherTable", CNodeCases::copyReachesAnotherTable),
        new Case(OBJECT, "copyRefusesATakenSlot", CNodeCases::copyRefusesATakenSlot),
        new Case(OBJECT, "copyRefusesASlotThatTheTableLacks", CNodeCases::copyRefusesASlotThatTheTableLacks),
        new Case(OBJECT, "copyRefusesAnEmptySource", CNodeCases::copyRefusesAnEmptySource),
        new Case(OBJECT, "copyRefusesASourceThatTheTableLacks", CNodeCases::copyRefusesASourceThatTheTableLacks),
        new Case(OBJECT, "copyOfUntypedMemoryIsIllegal", CNodeCases::copyOfUntypedMemoryIsIllegal),
        new Case(OBJECT, "copyOfAPageTableIsIllegal", CNodeCases::copyOfAPageTableIsIllegal),
        new Case(OBJECT, "copyOfThePortControlIsIllegal", CNodeCases::copyOfThePortControlIsIllegal),
        new Case(OBJECT, "copyOfAMappedFrameIsNotMapped", CNodeCases::copyOfAMappedFrameIsNotMapped),
        new Case(OBJECT, "mintGivesABadge", CNodeCases::mintGivesABadge),
        new Case(OBJECT, "mintWithBadgeZeroKeepsTheBadge", CNodeCases::mintWithBadgeZeroKeepsTheBadge),
        new Case(OBJECT, "mintRefusesASecondBadge", CNodeCases::mintRefusesASecondBadge),
        new Case(OBJECT, "mintRefusesABadgeForAFrame", CNodeCases::mintRefusesABadgeForAFrame),
        new Case(OBJECT, "mintRefusesATakenSlot", CNodeCases::mintRefusesATakenSlot),
        new Case(OBJECT, "mintRefusesAnEmptySource", CNodeCases::mintRefusesAnEmptySource),
        new Case(OBJECT, "mintOfUntypedMemoryIsIllegal", CNodeCases::mintOfUntypedMemoryIsIllegal),
        new Case(OBJECT, "moveEmptiesTheSource", CNodeCases::moveEmptiesTheSource),
        new Case(OBJECT, "moveTakesTheChildrenAlong", CNodeCases::moveTakesTheChildrenAlong),
        new Case(OBJECT, "moveStaysBelowTheParent", CNodeCases::moveStaysBelowTheParent),
        new Case(OBJECT, "moveRefusesATakenSlot", CNodeCases::moveRefusesATakenSlot),
        new Case(OBJECT, "moveRefusesAnEmptySource", CNodeCases::moveRefusesAnEmptySource),
        new Case(OBJECT, "moveRefusesASlotThatTheTableLacks", CNodeCases::moveRefusesASlotThatTheTableLacks),
        new Case(OBJECT, "moveOntoItselfIsRefused", CNodeCases::moveOntoItselfIsRefused),
        new Case(OBJECT, "deleteEmptiesTheSlot", CNodeCases::deleteEmptiesTheSlot),
        new Case(OBJECT, "deleteOfAnEmptySlotIsNothing", CNodeCases::deleteOfAnEmptySlotIsNothing),
        new Case(OBJECT, "deleteRefusesASlotThatTheTableLacks", CNodeCases::deleteRefusesASlotThatTheTableLacks),
        new Case(OBJECT, "deleteHandsChildrenToTheParent", CNodeCases::deleteHandsChildrenToTheParent),
        new Case(OBJECT, "deleteOfTheOriginalKeepsItsCopies", CNodeCases::deleteOfTheOriginalKeepsItsCopies),
        new Case(OBJECT, "deleteOfATableDeletesWhatIsInIt", CNodeCases::deleteOfATableDeletesWhatIsInIt),
        new Case(OBJECT, "deleteOfATableThatHoldsItself", CNodeCases::deleteOfATableThatHoldsItself),
        new Case(OBJECT, "deleteOfTablesThatHoldEachOther", CNodeCases::deleteOfTablesThatHoldEachOther),
        new Case(OBJECT, "revokeDeletesCopiesOfCopies", CNodeCases::revokeDeletesCopiesOfCopies),
        new Case(OBJECT, "revokeReachesOtherTables", CNodeCases::revokeReachesOtherTables),
        new Case(OBJECT, "revokeKeepsTheCapabilityAndItsParent", CNodeCases::revokeKeepsTheCapabilityAndItsParent),
        new Case(OBJECT, "revokeOfAnEmptySlotIsNothing", CNodeCases::revokeOfAnEmptySlotIsNothing),
        new Case(OBJECT, "revokeRefusesASlotThatTheTableLacks", CNodeCases::revokeRefusesASlotThatTheTableLacks),
        new Case(OBJECT, "revokeOfManyCapabilities", CNodeCases::revokeOfManyCapabilities),
        new Case(OBJECT, "inspectTellsOfATable", CNodeCases::inspectTellsOfATable),
        new Case(OBJECT, "inspectTellsOfMemory", CNodeCases::inspectTellsOfMemory),
        new Case(OBJECT, "inspectTellsWhereAFrameIsMapped", CNodeCases::inspectTellsWhereAFrameIsMapped),
        new Case(OBJECT, "inspectTellsOfPorts", CNodeCases::inspectTellsOfPorts),
        new Case(OBJECT, "inspectTellsTheLineOfAHandler", CNodeCases::inspectTellsTheLineOfAHandler),
        new Case(OBJECT, "inspectOfAnEmptySlotTellsNull", CNodeCases::inspectOfAnEmptySlotTellsNull),
        new Case(OBJECT, "inspectRefusesASlotThatTheTableLacks", CNodeCases::inspectRefusesASlotThatTheTableLacks),
    };

    private CNodeCases() {
    }

    private static KernelError copy(int table, long slot, int source) {
        return Kernel.call(table, Invocation.CNODE_COPY, slot, Own.table(), source, Rights.ALL.bits());
    }

    private static KernelError mint(int slot, int source, long badge) {
        return Kernel.call(Own.table(), Invocation.CNODE_MINT, slot, Own.table(), source, Rights.ALL.bits(), badge);
    }

    private static KernelError move(int table, long slot, int source) {
        return Kernel.call(table, Invocation.CNODE_MOVE, slot, Own.table(), source);
    }

    private static void copyAllowsNoMoreThanItsSource() {
        int copy = Fresh.copy(Fresh.copy(Fresh.endpoint(), Rights.READ), Rights.ALL);
        Fresh.inspect(copy);
        Check.equal(Rights.READ.bits(), Message.word(1), "the rights of a copy of a copy");
    }

    private static void copyKeepsTheBadge() {
        int copy = Fresh.copy(Fresh.mint(Fresh.endpoint(), Rights.ALL, BADGE), Rights.ALL);
        Fresh.inspect(copy);
        Check.equal(BADGE, Message.word(2), "the copy's badge");
    }

    private static void copyReachesAnotherTable() {
        int table = Fresh.table(TABLE_BITS);
        Check.done(copy(table, 2, Fresh.endpoint()), "copying into another table");
        int back = Fresh.slot();
        Check.done(Kernel.call(Own.table(), Invocation.CNODE_COPY, back, table, 2, Rights.ALL.bits()), "copying out of it");
        Check.that(Fresh.isThere(back), "that it came back");
    }

    private static void copyRefusesATakenSlot() {
        int endpoint = Fresh.endpoint();
        Check.error(KernelError.OCCUPIED, copy(Own.table(), Fresh.notification(), endpoint), "a taken slot");
    }

    private static void copyRefusesASlotThatTheTableLacks() {
        int table = Fresh.table(TABLE_BITS);
        int endpoint = Fresh.endpoint();
        Check.error(KernelError.RANGE_ERROR, copy(table, 0, endpoint), "slot 0");
        Check.error(KernelError.RANGE_ERROR, copy(table, 1 << TABLE_BITS, endpoint), "the slot behind the last");
        Check.error(KernelError.RANGE_ERROR, copy(table, -1, endpoint), "a negative slot");
        Check.error(KernelError.RANGE_ERROR, copy(table, 1L << 32 | 1, endpoint), "a slot whose low bits are one");
    }

    private static void copyRefusesAnEmptySource() {
        Check.error(KernelError.FAILED_LOOKUP, copy(Own.table(), Fresh.slot(), Fresh.slot()), "an empty source");
    }

    private static void copyRefusesASourceThatTheTableLacks() {
        int table = Fresh.table(TABLE_BITS);
        Check.error(KernelError.FAILED_LOOKUP,
                Kernel.call(Own.table(), Invocation.CNODE_COPY, Fresh.slot(), table, 1 << TABLE_BITS, Rights.ALL.bits()), "the slot behind the last");
        Check.error(KernelError.FAILED_LOOKUP,
                Kernel.call(Own.table(), Invocation.CNODE_COPY, Fresh.slot(), table, 0, Rights.ALL.bits()), "slot 0");
    }

    private static void copyOfUntypedMemoryIsIllegal() {
        Check.error(KernelError.ILLEGAL_OPERATION, copy(Own.table(), Fresh.slot(), Fresh.memory()), "a copy of memory");
    }

    private static void copyOfAPageTableIsIllegal() {
        int table = Fresh.pageTable();
        Check.error(KernelError.ILLEGAL_OPERATION, copy(Own.table(), Fresh.slot(), table), "a copy of a page table");
    }

    private static void copyOfThePortControlIsIllegal() {
        Check.error(KernelError.ILLEGAL_OPERATION, copy(Own.table(), Fresh.slot(), Own.portControl()), "a copy of the control");
    }

    private static void copyOfAMappedFrameIsNotMapped() {
        int frame = Fresh.frame();
        Fresh.map(frame);
        Fresh.inspect(Fresh.copy(frame, Rights.ALL));
        Check.equal(0, Message.word(3), "where the copy is mapped");
    }

    private static void mintGivesABadge() {
        Fresh.inspect(Fresh.mint(Fresh.notification(), Rights.WRITE, BADGE));
        Check.equal(BADGE, Message.word(2), "the badge");
        Check.equal(Rights.WRITE.bits(), Message.word(1), "the rights");
    }

    private static void mintWithBadgeZeroKeepsTheBadge() {
        int badged = Fresh.mint(Fresh.endpoint(), Rights.ALL, BADGE);
        int slot = Fresh.slot();
        Check.done(mint(slot, badged, 0), "minting with badge 0");
        Fresh.inspect(slot);
        Check.equal(BADGE, Message.word(2), "the badge");
    }

    private static void mintRefusesASecondBadge() {
        int badged = Fresh.mint(Fresh.endpoint(), Rights.ALL, BADGE);
        Check.error(KernelError.INVALID_ARGUMENT, mint(Fresh.slot(), badged, BADGE + 1), "another badge");
    }

    private static void mintRefusesABadgeForAFrame() {
        int frame = Fresh.frame();
        Check.error(KernelError.INVALID_ARGUMENT, mint(Fresh.slot(), frame, BADGE), "a badge for a frame");
    }

    private static void mintRefusesATakenSlot() {
        int endpoint = Fresh.endpoint();
        Check.error(KernelError.OCCUPIED, mint(endpoint, endpoint, BADGE), "its own slot");
    }

    private static void mintRefusesAnEmptySource() {
        Check.error(KernelError.FAILED_LOOKUP, mint(Fresh.slot(), Fresh.slot(), BADGE), "an empty source");
    }

    private static void mintOfUntypedMemoryIsIllegal() {
        Check.error(KernelError.ILLEGAL_OPERATION, mint(Fresh.slot(), Fresh.memory(), 0), "minting memory");
    }

    private static void moveEmptiesTheSource() {
        int from = Fresh.mint(Fresh.endpoint(), Rights.READ, BADGE);
        int to = Fresh.slot();
        Check.done(move(Own.table(), to, from), "moving");
        Check.that(!Fresh.isThere(from), "that the source is empty");
        Fresh.inspect(to);
        Check.equal(CapabilityType.ENDPOINT.ordinal(), Message.word(0), "the type of what was moved");
        Check.equal(Rights.READ.bits(), Message.word(1), "its rights");
        Check.equal(BADGE, Message.word(2), "its badge");
    }

    private static void moveTakesTheChildrenAlong() {
        int from = Fresh.endpoint();
        int copy = Fresh.copy(from, Rights.ALL);
        int to = Fresh.slot();
        Check.done(move(Own.table(), to, from), "moving");
        Check.done(Fresh.revoke(to), "revoking");
        Check.that(!Fresh.isThere(copy), "that the copy is gone");
    }

    private static void moveStaysBelowTheParent() {
        int endpoint = Fresh.endpoint();
        int to = Fresh.slot();
        Check.done(move(Own.table(), to, Fresh.copy(endpoint, Rights.ALL)), "moving");
        Check.done(Fresh.revoke(endpoint), "revoking the parent");
        Check.that(!Fresh.isThere(to), "that what was moved is gone");
    }

    private static void moveRefusesATakenSlot() {
        int endpoint = Fresh.endpoint();
        Check.error(KernelError.OCCUPIED, move(Own.table(), Fresh.notification(), endpoint), "a taken slot");
        Check.that(Fresh.isThere(endpoint), "that the source is still there");
    }

    private static void moveRefusesAnEmptySource() {
        Check.error(KernelError.FAILED_LOOKUP, move(Own.table(), Fresh.slot(), Fresh.slot()), "an empty source");
    }

    private static void moveRefusesASlotThatTheTableLacks() {
        int table = Fresh.table(TABLE_BITS);
        int endpoint = Fresh.endpoint();
        Check.error(KernelError.RANGE_ERROR, move(table, 1 << TABLE_BITS, endpoint), "the slot behind the last");
        Check.that(Fresh.isThere(endpoint), "that the source is still there");
    }

    private static void moveOntoItselfIsRefused() {
        int endpoint = Fresh.endpoint();
        Check.error(KernelError.OCCUPIED, move(Own.table(), endpoint, endpoint), "its own slot");
        Check.that(Fresh.isThere(endpoint), "that it is still there");
    }

    private static void deleteEmptiesTheSlot() {
        int endpoint = Fresh.endpoint();
        Check.done(Fresh.delete(endpoint), "deleting");
        Check.that(!Fresh.isThere(endpoint), "that the slot is empty");
        Check.error(KernelError.INVALID_CAPABILITY, Kernel.invoke(endpoint, 0, 0), "invoking it");
    }

    private static void deleteOfAnEmptySlotIsNothing() {
        Check.done(Fresh.delete(Fresh.slot()), "deleting nothing");
    }

    private static void deleteRefusesASlotThatTheTableLacks() {
        int table = Fresh.table(TABLE_BITS);
        Check.error(KernelError.RANGE_ERROR, Kernel.call(table, Invocation.CNODE_DELETE, 0), "slot 0");
        Check.error(KernelError.RANGE_ERROR, Kernel.call(table, Invocation.CNODE_DELETE, 1 << TABLE_BITS), "the slot behind the last");
    }

    private static void deleteHandsChildrenToTheParent() {
        int endpoint = Fresh.endpoint();
        int child = Fresh.copy(endpoint, Rights.ALL);
        int grandchild = Fresh.copy(child, Rights.ALL);
        Check.done(Fresh.delete(child), "deleting the one in between");
        Check.that(Fresh.isThere(grandchild), "that its copy is still there");
        Check.done(Fresh.revoke(endpoint), "revoking the first");
        Check.that(!Fresh.isThere(grandchild), "that the copy of the copy is gone");
    }

    private static void deleteOfTheOriginalKeepsItsCopies() {
        int endpoint = Fresh.endpoint();
        int copy = Fresh.copy(endpoint, Rights.ALL);
        Actor sender = Actor.alone();
        int send = sender.send(copy, 1, 0);
        sender.start();
        Actor.letAllRun();
        Check.done(Fresh.delete(endpoint), "deleting the original");
        Actor.letAllRun();
        Check.equal(0, sender.done(send), "how often the send ended");
    }

    private static void deleteOfATableDeletesWhatIsInIt() {
        int table = Fresh.table(TABLE_BITS);
        int endpoint = Fresh.endpoint();
        Actor sender = Actor.alone();
        int send = sender.send(Fresh.mint(endpoint, Rights.ALL, BADGE), 1, 0);
        sender.start();
        Actor.letAllRun();
        Check.done(move(table, 1, endpoint), "moving the endpoint into the table");
        Check.done(Kernel.call(table, Invocation.CNODE_REVOKE, 1), "deleting the other capability of it");
        Check.done(Fresh.delete(table), "deleting the table");
        Actor.letAllRun();
        Check.error(KernelError.ABORTED, sender.error(send), "the send on the endpoint that was in it");
    }

    private static void deleteOfATableThatHoldsItself() {
        int table = Fresh.table(TABLE_BITS);
        Check.done(copy(table, 1, table), "putting the table into itself");
        int memory = Fresh.untyped(TABLE_BITS + ObjectType.SLOT_BITS);
        int second = Fresh.slot();
        Check.done(Fresh.retype(memory, ObjectType.CNODE, TABLE_BITS, second, 1), "making a second table");
        Check.done(move(second, 1, second), "moving it into itself");
        Check.done(Fresh.revoke(memory), "revoking its memory");
        Check.done(Fresh.delete(table), "deleting the first");
        Check.done(Fresh.retype(memory, ObjectType.CNODE, TABLE_BITS, second, 1), "using the memory again");
    }

    private static void deleteOfTablesThatHoldEachOther() {
        int one = Fresh.table(TABLE_BITS);
        int other = Fresh.table(TABLE_BITS);
        Check.done(copy(one, 1, other), "putting one into the other");
        Check.done(copy(other, 1, one), "putting the other into the one");
        Check.done(Fresh.delete(one), "deleting one");
        Check.done(Fresh.delete(other), "deleting the other");
    }

    private static void revokeDeletesCopiesOfCopies() {
        int endpoint = Fresh.endpoint();
        int child = Fresh.copy(endpoint, Rights.ALL);
        int sibling = Fresh.mint(endpoint, Rights.ALL, BADGE);
        int grandchild = Fresh.copy(child, Rights.READ);
        Check.done(Fresh.revoke(endpoint), "revoking");
        Check.that(!Fresh.isThere(child) && !Fresh.isThere(sibling) && !Fresh.isThere(grandchild), "that all copies are gone");
    }

    private static void revokeReachesOtherTables() {
        int table = Fresh.table(TABLE_BITS);
        int endpoint = Fresh.endpoint();
        Check.done(copy(table, 4, endpoint), "copying into another table");
        Check.done(Fresh.revoke(endpoint), "revoking");
        Check.done(Kernel.call(table, Invocation.CNODE_INSPECT, 4), "inspecting the other table");
        Check.equal(CapabilityType.NULL.ordinal(), Message.word(0), "what is there");
    }

    private static void revokeKeepsTheCapabilityAndItsParent() {
        int endpoint = Fresh.endpoint();
        int child = Fresh.copy(endpoint, Rights.ALL);
        Fresh.copy(child, Rights.ALL);
        Check.done(Fresh.revoke(child), "revoking the copy");
        Check.that(Fresh.isThere(child) && Fresh.isThere(endpoint), "that copy and original are still there");
    }

    private static void revokeOfAnEmptySlotIsNothing() {
        Check.done(Fresh.revoke(Fresh.slot()), "revoking nothing");
    }

    private static void revokeRefusesASlotThatTheTableLacks() {
        int table = Fresh.table(TABLE_BITS);
        Check.error(KernelError.RANGE_ERROR, Kernel.call(table, Invocation.CNODE_REVOKE, 0), "slot 0");
        Check.error(KernelError.RANGE_ERROR, Kernel.call(table, Invocation.CNODE_REVOKE, 1 << TABLE_BITS), "the slot behind the last");
    }

    private static void revokeOfManyCapabilities() {
        int endpoint = Fresh.endpoint();
        int count = 256;
        int first = Fresh.slots(count);
        for (int i = 0; i < count; i++) {
            Check.done(copy(Own.table(), first + i, i % 3 == 0 ? endpoint : first + i - 1), "copying");
        }
        Check.done(Fresh.revoke(endpoint), "revoking");
        for (int i = 0; i < count; i++) {
            Check.that(!Fresh.isThere(first + i), "that each copy is gone");
        }
    }

    private static void inspectTellsOfATable() {
        Fresh.inspect(Fresh.table(TABLE_BITS));
        Check.equal(CapabilityType.CNODE.ordinal(), Message.word(0), "its type");
        Check.equal(Rights.ALL.bits(), Message.word(1), "its rights");
        Check.equal(1 << TABLE_BITS, Message.word(3), "its slots");
    }

    private static void inspectTellsOfMemory() {
        int memory = Fresh.untyped(12);
        Check.done(Fresh.retype(memory, ObjectType.REPLY, 0, Fresh.slot(), 1), "using some of it");
        Fresh.inspect(memory);
        Check.equal(12, Message.word(3), "log2 of its size");
        Check.equal(1L << ObjectType.REPLY.sizeBits(0), Message.word(4), "bytes used");
    }

    private static void inspectTellsWhereAFrameIsMapped() {
        int frame = Fresh.frame();
        long address = Fresh.map(frame);
        Fresh.inspect(frame);
        Check.equal(address, Message.word(3), "where it is mapped");
    }

    private static void inspectTellsOfPorts() {
        Fresh.inspect(PortRange.fresh());
        Check.equal(PortRange.FIRST, Message.word(3), "the first port");
        Check.equal(PortRange.LAST, Message.word(4), "the last port");
    }

    private static void inspectTellsTheLineOfAHandler() {
        Fresh.inspect(InterruptLine.handler());
        Check.equal(InterruptLine.UNUSED, Message.word(3), "the line");
    }

    private static void inspectOfAnEmptySlotTellsNull() {
        Check.done(Fresh.inspect(Fresh.slot()), "inspecting an empty slot");
        Check.equal(CapabilityType.NULL.ordinal(), Message.word(0), "the type");
    }

    private static void inspectRefusesASlotThatTheTableLacks() {
        int table = Fresh.table(TABLE_BITS);
        Check.error(KernelError.RANGE_ERROR, Kernel.call(table, Invocation.CNODE_INSPECT, 0), "slot 0");
        Check.error(KernelError.RANGE_ERROR, Kernel.call(table, Invocation.CNODE_INSPECT, 1 << TABLE_BITS), "the slot behind the last");
    }
}
