package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import peaberry.abi.CapabilityType;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

/**
 * What must hold between any two traps, checked by walking everything that can be reached: from the root's CNode, the
 * running thread, the interrupt handlers, and all objects met before that are still alive, along capabilities.
 */
final class Invariants {

    private final TestKernel kernel;
    private final Processor processor;
    private final Set<Slot> slots = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<KernelObject, Integer> names = new IdentityHashMap<>();
    private final Set<KernelObject> doomed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<KernelObject> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<KernelObject> toVisit = new ArrayDeque<>();

    Invariants(TestKernel kernel) {
        this.kernel = kernel;
        processor = kernel.processor;
    }

    void check() {
        meetObjects();
        checkDerivation();
        checkCounts();
        checkThreads();
        checkWindows();
        checkSpaces();
        checkMemory();
    }

    /** Finds all objects that exist. One that was made where nobody looks would be missed, so do it after each making. */
    void meetObjects() {
        doomed.clear();
        for (KernelObject object = processor.deletion.doomed(); object != null; object = object.nextDoomed) {
            assertEquals(0, object.capabilities(), "a doomed object has capabilities");
            assertTrue(doomed.add(object), "an object is doomed twice");
        }
        visited.removeIf(object -> object.capabilities() == 0);
        visited.add(processor.buses);
        visited.addAll(doomed);
        toVisit.addAll(visited);
        slots.clear();
        names.clear();
        Stream.of(processor.lineHandlers, processor.messageHandlers).flatMap(Arrays::stream)
                .filter(handler -> handler.capabilities() > 0).forEach(this::reach);
        if (kernel.rootNode().capabilities() > 0) {
            reach(kernel.rootNode());
        }
        if (processor.current() != null) {
            reach(processor.current());
        }
        while (!toVisit.isEmpty()) {
            visit(toVisit.remove());
        }
    }

    private void reach(KernelObject object) {
        if (visited.add(object)) {
            toVisit.add(object);
        }
    }

    private void visit(KernelObject object) {
        switch (object) {
            case CNode node -> {
                for (long index = 1; index < node.slots(); index++) {
                    collect(node.slot(index));
                }
            }
            case Tcb thread -> {
                collect(thread.node);
                collect(thread.space);
                collect(thread.buffer);
                collect(thread.faultEndpoint);
                collect(thread.timeoutHandler);
            }
            case IrqHandler handler -> collect(handler.notification);
            case IoSpace space -> collect(space.notification);
            default -> { }
        }
    }

    private void collect(Slot slot) {
        if (slot.isEmpty()) {
            assertNull(slot.parent(), "an empty slot has a parent");
            assertNull(slot.firstChild(), "an empty slot has children");
            assertNull(slot.next(), "an empty slot has a sibling");
            assertNull(slot.previous(), "an empty slot has a sibling");
            assertNull(slot.space(), "an empty slot is mapped");
            assertNull(slot.object(), "an empty slot names an object");
            return;
        }
        slots.add(slot);
        if (slot.type() == CapabilityType.ZOMBIE) {
            assertNull(slot.object(), "a zombie names an object");
            assertNull(slot.space(), "a zombie is mapped");
        }
        if (slot.object() != null) {
            names.merge(slot.object(), 1, Integer::sum);
            reach(slot.object());
        }
    }

    private void checkDerivation() {
        for (Slot slot : slots) {
            Slot previous = null;
            for (Slot child = slot.firstChild(); child != null; child = child.next()) {
                assertSame(slot, child.parent(), "a child names another parent");
                assertSame(previous, child.previous(), "siblings do not name each other");
                assertTrue(slots.contains(child), "a child is in no reachable slot");
                assertTrue(slot.type() == CapabilityType.UNTYPED || slot.type() == CapabilityType.IRQ_CONTROL
                        || slot.type() == CapabilityType.IO_PORT_CONTROL || slot.type() == CapabilityType.ZOMBIE
                        || slot.type() == CapabilityType.VSPACE && child.type() == CapabilityType.WINDOW
                        || slot.type() == child.type() || child.type() == CapabilityType.ZOMBIE,
                        "a child of another type than its source");
                previous = child;
            }
            if (slot.parent() == null) {
                continue;
            }
            assertTrue(slots.contains(slot.parent()), "the parent is in no reachable slot");
            Slot first = slot;
            while (first.previous() != null) {
                first = first.previous();
            }
            assertSame(first, slot.parent().firstChild(), "a slot is not among its parent's children");
        }
    }

    private void checkCounts() {
        for (KernelObject object : visited) {
            if (object == processor.buses) {
                continue;
            }
            assertEquals(names.getOrDefault(object, 0), object.capabilities(),
                    "capabilities of a " + object.getClass().getSimpleName());
            assertTrue(doomed.contains(object) || object.nextDoomed == null, "an object is doomed but not on the list");
        }
    }

    private void checkThreads() {
        int running = 0;
        for (KernelObject object : visited) {
            if (object instanceof Tcb thread) {
                checkThread(thread);
                running += thread.state == ThreadState.RUNNING ? 1 : 0;
            }
            if (object instanceof SchedContext context) {
                checkContext(context);
            }
            if (object instanceof Reply reply) {
                checkReply(reply);
            }
            if (object instanceof Notification notification && notification.bound() != null) {
                assertSame(notification, notification.bound().bound, "a bound thread names another notification");
                assertTrue(visited.contains(notification.bound()), "a notification is bound to a destroyed thread");
            }
        }
        Tcb current = processor.current();
        assertEquals(current == null ? 0 : 1, running, "threads that run");
        assertTrue(current == null || current.state == ThreadState.RUNNING, "the current thread does not run");
    }

    private void checkThread(Tcb thread) {
        assertTrue(thread.state == ThreadState.INACTIVE || !doomed.contains(thread), "a doomed thread is " + thread.state);
        boolean mustQueue = switch (thread.state) {
            case READY, DEPLETED, SENDING, RECEIVING, WAITING -> true;
            default -> false;
        };
        boolean mayQueue = mustQueue || thread.state == ThreadState.FAULTED;
        assertTrue(!mustQueue || thread.queue != null, "in no queue: " + thread.state);
        assertTrue(mayQueue || thread.queue == null, "in a queue: " + thread.state);
        if (thread.queue != null) {
            checkQueue(thread);
        }
        if (thread.state != ThreadState.INACTIVE && thread.state != ThreadState.FAULTED) {
            assertFalse(thread.space.isEmpty(), "no address space: " + thread.state);
        }
        if (thread.isRunnable()) {
            assertEquals(thread.state == ThreadState.PASSIVE, thread.runsOn == null, "scheduling context: " + thread.state);
        }
        if (thread.home != null) {
            assertSame(thread, thread.home.bound(), "the own scheduling context is another thread's");
        }
        if (thread.isBorrower()) {
            assertTrue(isBorrower(thread, thread.runsOn), "a borrower is not in the list");
        }
        assertTrue(!thread.timeout.set || thread.isWaiting(), "an alarm is set: " + thread.state);
        if (thread.state == ThreadState.AWAITING_REPLY) {
            assertNotNull(thread.heldBy, "nobody holds the caller");
        }
        if (thread.heldBy != null) {
            assertSame(thread, thread.heldBy.caller(), "the reply holds somebody else");
            assertTrue(thread.state == ThreadState.AWAITING_REPLY || thread.state == ThreadState.FAULTED,
                    "held: " + thread.state);
        }
        if (thread.receivesWith != null) {
            assertSame(ThreadState.RECEIVING, thread.state, "receives with a reply");
            assertSame(thread, thread.receivesWith.server(), "the reply serves another thread");
            assertNull(thread.receivesWith.caller(), "receives with a reply that holds a caller");
        }
        for (Reply reply = thread.replies; reply != null; reply = reply.nextOfServer()) {
            assertSame(thread, reply.server(), "a reply in the list of another thread");
        }
    }

    private static boolean isBorrower(Tcb thread, SchedContext context) {
        boolean found = false;
        for (Tcb each = context.borrowers(); each != null; each = each.nextBorrower) {
            assertSame(context, each.runsOn, "a borrower runs on another context");
            assertTrue(each.nextBorrower == null || each.nextBorrower.previousBorrower == each, "borrowers do not name each other");
            found |= each == thread;
        }
        return found;
    }

    private void checkContext(SchedContext context) {
        if (context.bound() != null) {
            assertSame(context, context.bound().home, "a bound thread has another context");
            assertTrue(visited.contains(context.bound()), "a context is bound to a destroyed thread");
        }
        boolean listed = context.partition() == null;
        for (SchedContext each = listed ? null : context.partition().contexts(); each != null; each = each.nextOfPartition) {
            listed |= each == context;
        }
        assertTrue(listed, "a context is not in its partition's list");
        assertTrue(context.partition() == null || visited.contains(context.partition()), "a context's partition was destroyed");
        boolean waits = !context.waiting().isEmpty() && context.partition() != null && context.budget().isRefillPending();
        assertTrue(!waits || context.refill().set, "nobody will wake those who wait for budget");
    }

    private void checkWindows() {
        for (KernelObject object : visited) {
            if (object instanceof TimeWindow window) {
                checkWindow(window);
            }
            if (object instanceof Partition partition) {
                for (TimeWindow window = partition.windows(); window != null; window = window.nextOfPartition) {
                    assertSame(partition, window.partition(), "a window in the list of another partition");
                    assertTrue(visited.contains(window), "a destroyed window is in the list of a partition");
                }
            }
        }
    }

    private void checkWindow(TimeWindow window) {
        assertEquals(window.isInCycle(), window.next != null, "a window's next one");
        assertEquals(window.isInCycle(), window.previous != null, "a window's previous one");
        if (!window.isInCycle()) {
            return;
        }
        assertFalse(doomed.contains(window), "a doomed window is in the cycle");
        assertTrue(visited.contains(window.partition()), "a window's partition was destroyed");
        assertTrue(visited.contains(window.next), "a destroyed window is in the cycle");
        assertSame(window, window.next.previous, "neighbours in the cycle do not name each other");
        boolean listed = false;
        boolean meetsTheOpenOne = false;
        for (TimeWindow each = window.partition().windows(); each != null; each = each.nextOfPartition) {
            listed |= each == window;
        }
        TimeWindow each = window;
        do {
            meetsTheOpenOne |= each.partition() == processor.active();
            each = each.next;
        } while (each != window);
        assertTrue(listed, "a window is not in its partition's list");
        assertTrue(meetsTheOpenOne, "a window is in a ring of its own");
    }

    private void checkQueue(Tcb thread) {
        boolean found = false;
        Tcb previous = null;
        boolean receivers = thread.queue.first().state == ThreadState.RECEIVING;
        for (Tcb queued = thread.queue.first(); queued != null; queued = queued.nextInQueue) {
            assertSame(previous, queued.previousInQueue, "neighbours do not name each other");
            assertSame(thread.queue, queued.queue, "a thread names another queue");
            assertEquals(receivers, queued.state == ThreadState.RECEIVING, "senders and receivers in one queue");
            assertTrue(visited.contains(queued), "a destroyed thread is queued");
            found |= queued == thread;
            previous = queued;
        }
        assertTrue(found, "the queue does not have the thread");
        if (thread.state == ThreadState.READY && thread.runsOn.partition() == processor.active()) {
            Tcb current = processor.current();
            assertTrue(current != null || kernel.machine.timer().isDue(), "a thread is ready and the processor idle");
            assertTrue(current == null || current.priority() >= thread.priority(), "a thread more urgent than the running one is ready");
        }
    }

    private void checkReply(Reply reply) {
        Tcb caller = reply.caller();
        if (caller != null) {
            assertSame(reply, caller.heldBy, "a caller names another reply");
            assertTrue(visited.contains(caller), "a reply holds a destroyed thread");
            assertNotNull(reply.server(), "nobody serves the caller");
        }
        if (reply.server() != null) {
            boolean listed = false;
            for (Reply other = reply.server().replies; other != null; other = other.nextOfServer()) {
                listed |= other == reply;
            }
            assertTrue(listed, "a reply is not in its server's list");
            assertTrue(visited.contains(reply.server()), "a reply's server was destroyed");
        }
    }

    private void checkSpaces() {
        int listed = 0;
        for (KernelObject object : visited) {
            if (object instanceof AddressSpace space) {
                Slot previous = null;
                for (Slot slot = space.mapped(); slot != null; slot = slot.nextMapped) {
                    assertSame(space, slot.space(), "a slot is mapped in another space");
                    assertSame(previous, slot.previousMapped, "mapped slots do not name each other");
                    assertTrue(slots.contains(slot), "a slot that is mapped is not reachable");
                    previous = slot;
                    listed++;
                }
            }
        }
        int mapped = 0;
        for (Slot slot : slots) {
            if (slot.type() == CapabilityType.WINDOW) {
                assertTrue(slot.object() instanceof VSpace && slot.extent() >= UserLayout.PAGE && slot.badge() > 0
                        && slot.badge() <= UserLayout.LIMIT - slot.extent(), "a window on more than a program's memory");
            }
            if (slot.space() == null) {
                continue;
            }
            mapped++;
            assertTrue(slot.type() == CapabilityType.FRAME || slot.type() == CapabilityType.PAGE_TABLE, "mapped " + slot.type());
            assertTrue(visited.contains(slot.space()), "mapped in a destroyed address space");
            assertEquals(0, slot.type() == CapabilityType.FRAME ? slot.extent() % (1L << slot.sizeBits()) : 0, "not aligned");
        }
        assertEquals(listed, mapped, "slots that are mapped");
    }

    /** No page is two things at once, and what was made from memory lies in what that memory handed out. */
    private void checkMemory() {
        Map<Long, Slot> pages = new HashMap<>();
        for (Slot slot : slots) {
            if (slot.type() == CapabilityType.FRAME || slot.type() == CapabilityType.PAGE_TABLE) {
                Slot other = pages.put(slot.base().value(), slot);
                assertTrue(other == null || other.type() == slot.type(), "a page is both frame and page table");
            }
            if (slot.type() == CapabilityType.UNTYPED) {
                assertTrue(slot.extent() >= 0 && slot.extent() <= 1L << slot.sizeBits(), "more used than there is");
                for (Slot child = slot.firstChild(); child != null; child = child.next()) {
                    boolean memory = child.base().value() != 0;
                    long offset = child.base().value() - slot.base().value();
                    assertTrue(!memory || offset >= 0 && offset < slot.extent(), "a child outside of the memory handed out");
                }
            }
        }
    }
}
