package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;

class DerivationTest {

    private final TestKernel kernel = TestKernel.booted();

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    @Test
    void copyNamesTheSameObjectAndIsAChildOfItsSource() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int copy = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_COPY, copy, TestKernel.CNODE, endpoint, TestKernel.ALL_RIGHTS);
        assertSame(kernel.slot(endpoint).object(), kernel.slot(copy).object());
        assertSame(kernel.slot(endpoint), kernel.slot(copy).parent());
        assertEquals(2, kernel.slot(copy).object().capabilities());
    }

    @Test
    void copyNeverGainsRights() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int reader = kernel.mint(endpoint, TestKernel.READ_ONLY, 0);
        int again = kernel.mint(reader, TestKernel.ALL_RIGHTS, 0);
        assertEquals(TestKernel.READ_ONLY, kernel.slot(again).rights().bits());
        int nothing = kernel.mint(reader, TestKernel.WRITE_ONLY, 0);
        assertEquals(0, kernel.slot(nothing).rights().bits());
    }

    @Test
    void badgeIsGivenOnceAndKeptByCopies() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int badged = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 42);
        int copy = kernel.mint(badged, TestKernel.ALL_RIGHTS, 0);
        assertEquals(42, kernel.slot(copy).badge());
        assertEquals(KernelError.INVALID_ARGUMENT, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_MINT,
                kernel.free(), TestKernel.CNODE, badged, TestKernel.ALL_RIGHTS, 43));
    }

    @Test
    void onlyEndpointsAndNotificationsGetBadges() {
        int frame = kernel.make(ObjectType.FRAME);
        assertEquals(KernelError.INVALID_ARGUMENT, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_MINT,
                kernel.free(), TestKernel.CNODE, frame, TestKernel.ALL_RIGHTS, 1));
        int notification = kernel.make(ObjectType.NOTIFICATION);
        assertEquals(5, kernel.slot(kernel.mint(notification, TestKernel.ALL_RIGHTS, 5)).badge());
    }

    @Test
    void untypedMemoryPageTablesAndThePortControlAreNotCopied() {
        int table = kernel.make(ObjectType.PAGE_TABLE);
        for (int source : new int[] {TestKernel.UNTYPED, table, TestKernel.IO_PORT_CONTROL}) {
            assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_COPY,
                    kernel.free(), TestKernel.CNODE, source, TestKernel.ALL_RIGHTS));
        }
    }

    @Test
    void moveKeepsRightsBadgeAndPlaceInTheTree() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int badged = kernel.mint(endpoint, TestKernel.WRITE_ONLY, 7);
        int child = kernel.mint(badged, TestKernel.WRITE_ONLY, 0);
        int moved = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, moved, TestKernel.CNODE, badged);
        assertTrue(kernel.slot(badged).isEmpty());
        assertEquals(7, kernel.slot(moved).badge());
        assertEquals(TestKernel.WRITE_ONLY, kernel.slot(moved).rights().bits());
        assertSame(kernel.slot(endpoint), kernel.slot(moved).parent());
        assertSame(kernel.slot(moved), kernel.slot(child).parent());
        assertEquals(3, kernel.slot(moved).object().capabilities());
    }

    @Test
    void moveBetweenSiblingsKeepsAllOfThem() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int first = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 1);
        int second = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 2);
        int third = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 3);
        int moved = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, moved, TestKernel.CNODE, second);
        for (int sibling : new int[] {first, moved, third}) {
            assertSame(kernel.slot(endpoint), kernel.slot(sibling).parent());
        }
        kernel.revoke(endpoint);
        assertTrue(kernel.slot(first).isEmpty() && kernel.slot(moved).isEmpty() && kernel.slot(third).isEmpty());
    }

    @Test
    void movedFrameStaysMapped() {
        int frame = kernel.make(ObjectType.FRAME);
        kernel.perform(frame, Invocation.FRAME_MAP, TestKernel.VSPACE, TestKernel.MAPPABLE, 3, 0);
        int moved = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, moved, TestKernel.CNODE, frame);
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, moved);
        assertEquals(TestKernel.MAPPABLE, kernel.message.word3);
    }

    @Test
    void deletingASourceGivesItsChildrenToItsParent() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int middle = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 1);
        int left = kernel.mint(middle, TestKernel.ALL_RIGHTS, 0);
        int right = kernel.mint(middle, TestKernel.ALL_RIGHTS, 0);
        int other = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 2);
        kernel.delete(middle);
        assertSame(kernel.slot(endpoint), kernel.slot(left).parent());
        assertSame(kernel.slot(endpoint), kernel.slot(right).parent());
        kernel.revoke(endpoint);
        assertTrue(kernel.slot(left).isEmpty());
        assertTrue(kernel.slot(right).isEmpty());
        assertTrue(kernel.slot(other).isEmpty());
    }

    @Test
    void revokeStopsAtTheSubtreeOfTheCapability() {
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int client = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 1);
        int helper = kernel.mint(client, TestKernel.ALL_RIGHTS, 0);
        int helpersHelper = kernel.mint(helper, TestKernel.ALL_RIGHTS, 0);
        int stranger = kernel.mint(endpoint, TestKernel.ALL_RIGHTS, 2);
        kernel.revoke(client);
        assertTrue(kernel.slot(helper).isEmpty());
        assertTrue(kernel.slot(helpersHelper).isEmpty());
        assertFalse(kernel.slot(client).isEmpty());
        assertFalse(kernel.slot(stranger).isEmpty());
    }

    @Test
    void deletingAnEmptySlotAndRevokingOneDoNothing() {
        int empty = kernel.free();
        kernel.delete(empty);
        kernel.revoke(empty);
        assertTrue(kernel.slot(empty).isEmpty());
    }

    @Test
    void sourcesAndDestinationsMayBeInOtherCNodes() {
        int table = kernel.make(ObjectType.CNODE, 3);
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        kernel.perform(table, Invocation.CNODE_COPY, 5, TestKernel.CNODE, endpoint, TestKernel.ALL_RIGHTS);
        int back = kernel.free();
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_MOVE, back, table, 5);
        assertSame(kernel.slot(endpoint).object(), kernel.slot(back).object());
        assertTrue(((CNode) kernel.slot(table).object()).slot(5).isEmpty());
    }

    @Test
    void inspectTellsWhatACapabilityIs() {
        inspect(TestKernel.UNTYPED);
        assertEquals(CapabilityType.UNTYPED.ordinal(), kernel.message.word0);
        assertEquals(kernel.slot(TestKernel.UNTYPED).sizeBits(), kernel.message.word3);
        int table = kernel.make(ObjectType.CNODE, 4);
        inspect(table);
        assertEquals(CapabilityType.CNODE.ordinal(), kernel.message.word0);
        assertEquals(16, kernel.message.word3);
        int badged = kernel.mint(kernel.make(ObjectType.ENDPOINT), TestKernel.READ_ONLY, 99);
        inspect(badged);
        assertEquals(TestKernel.READ_ONLY, kernel.message.word1);
        assertEquals(99, kernel.message.word2);
        inspect(kernel.free());
        assertEquals(CapabilityType.NULL.ordinal(), kernel.message.word0);
    }

    @Test
    void operationsOnACNodeNeedItsRights() {
        int reader = kernel.mint(TestKernel.CNODE, TestKernel.READ_ONLY, 0);
        int writer = kernel.mint(TestKernel.CNODE, TestKernel.WRITE_ONLY, 0);
        int endpoint = kernel.make(ObjectType.ENDPOINT);
        int free = kernel.free();
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(reader, Invocation.CNODE_DELETE, endpoint));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(writer, Invocation.CNODE_INSPECT, endpoint));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_COPY, free, writer,
                endpoint, TestKernel.ALL_RIGHTS));
        assertEquals(KernelError.MISSING_RIGHT, kernel.invoke(TestKernel.CNODE, Invocation.CNODE_MOVE, free, reader,
                endpoint));
        kernel.perform(reader, Invocation.CNODE_INSPECT, endpoint);
        assertNull(kernel.slot(free).object());
    }

    private void inspect(int slot) {
        kernel.perform(TestKernel.CNODE, Invocation.CNODE_INSPECT, slot);
    }
}
