package peaberry.kernel;

import static peaberry.kernel.Invariant.A_BLOCKED_THREAD_IS_IN_ONE_QUEUE;
import static peaberry.kernel.Invariant.CAPABILITIES_ARE_COUNTED;
import static peaberry.kernel.Invariant.DERIVATION_LINKS_ARE_SYMMETRIC;
import static peaberry.kernel.Invariant.MAPPINGS_ARE_LISTED;
import static peaberry.kernel.Invariant.NOTHING_DANGLES;
import static peaberry.kernel.Invariant.PARTNERS_NAME_EACH_OTHER;
import static peaberry.kernel.Invariant.QUEUE_LINKS_ARE_SYMMETRIC;
import static peaberry.kernel.Invariant.THE_RUN_QUEUE_HOLDS_THE_RUNNABLE;
import static peaberry.kernel.Invariant.WINDOWS_ARE_ONE_RING;

import java.util.ArrayList;
import java.util.List;
import peaberry.abi.CapabilityType;
import peaberry.abi.ThreadState;
import peaberry.kernel.explore.World;

/**
 * What {@link Invariants} checks, for millions of states: told by name, and without a look at what cannot be reached.
 * Each walk along links is bounded, so that a broken list is found and not followed for ever.
 */
final class StateInvariants {

    private static final int LONGEST = 1_000;

    private final TestKernel kernel;
    private final World world;
    private final MemoryOwners memory;
    private final List<Slot> rootSlots;
    private final List<Slot> slots = new ArrayList<>();
    private final List<KernelObject> objects = new ArrayList<>();
    private int[] names = new int[0];
    /** By number of the slot: the check in which a living CNode was seen to have it. */
    private int[] seen = new int[0];
    private int check;
    private int queuedThreads;
    private int namedQueues;

    StateInvariants(TestKernel kernel, World world) {
        this.kernel = kernel;
        this.world = world;
        memory = new MemoryOwners(kernel, world);
        for (long index = 1; index < kernel.rootNode().slots(); index++) {
            if (world.numberOf(kernel.slot(index)) != 0) {
                slots.add(kernel.slot(index));
            }
        }
        rootSlots = List.copyOf(slots);
    }

    void check() {
        collect();
        for (KernelObject object : objects) {
            checkLife(object);
        }
        for (Slot slot : slots) {
            checkSlot(slot);
        }
        for (KernelObject object : objects) {
            CAPABILITIES_ARE_COUNTED.require(names[world.numberOf(object)] == object.capabilities(),
                    object.getClass().getSimpleName() + " counts " + object.capabilities());
            checkObject(object);
        }
        world.each(ThreadQueue.class, this::checkQueue);
        A_BLOCKED_THREAD_IS_IN_ONE_QUEUE.require(queuedThreads == namedQueues, "a thread is not in the queue that it names");
        checkProcessor();
        memory.check(slots);
    }

    private void collect() {
        check++;
        queuedThreads = 0;
        namedQueues = 0;
        slots.clear();
        objects.clear();
        if (names.length < world.names()) {
            names = new int[2 * world.names()];
            seen = new int[names.length];
        }
        world.each(Slot.class, slots::add);
        world.each(KernelObject.class, object -> {
            names[world.numberOf(object)] = 0;
            objects.add(object);
        });
        for (Slot slot : rootSlots) {
            seen[world.numberOf(slot)] = check;
        }
        for (KernelObject object : objects) {
            if (object instanceof CNode node && node != kernel.rootNode()) {
                for (long index = 1; index < node.slots(); index++) {
                    seen[world.numberOf(node.slot(index))] = check;
                }
            }
        }
    }

    private void checkLife(KernelObject object) {
        boolean lasts = object instanceof IrqHandler || object instanceof PciBuses || !world.isPlaced(object);
        NOTHING_DANGLES.require(object.capabilities() > 0 || lasts || isDoomed(object),
                "something still refers to a " + object.getClass().getSimpleName() + " without capabilities");
    }

    private boolean isDoomed(KernelObject object) {
        KernelObject doomed = kernel.processor.deletion.doomed();
        for (int count = 0; doomed != null && count < LONGEST; count++) {
            if (doomed == object) {
                return true;
            }
            doomed = doomed.nextDoomed;
        }
        return false;
    }

    private void checkSlot(Slot slot) {
        NOTHING_DANGLES.require(world.isEmbedded(slot) || seen[world.numberOf(slot)] == check,
                "something refers to a slot of a CNode that is gone");
        if (slot.isEmpty()) {
            DERIVATION_LINKS_ARE_SYMMETRIC.require(slot.parent() == null && slot.firstChild() == null && slot.next() == null
                    && slot.previous() == null, "an empty slot has links");
            MAPPINGS_ARE_LISTED.require(slot.space() == null, "an empty slot is mapped");
            CAPABILITIES_ARE_COUNTED.require(slot.object() == null, "an empty slot names an object");
            return;
        }
        if (slot.object() != null) {
            names[world.numberOf(slot.object())]++;
        }
        checkChildren(slot);
        Slot parent = slot.parent();
        if (parent != null) {
            DERIVATION_LINKS_ARE_SYMMETRIC.require(!parent.isEmpty(), "the parent is empty");
            DERIVATION_LINKS_ARE_SYMMETRIC.require(slot.previous() == null ? parent.firstChild() == slot
                    : slot.previous().next() == slot && slot.previous().parent() == parent, "a slot is not among its parent's children");
        }
        MAPPINGS_ARE_LISTED.require(slot.space() == null || slot.space() != null && isListed(slot), "a mapped slot is not listed");
    }

    private static void checkChildren(Slot slot) {
        Slot previous = null;
        int count = 0;
        for (Slot child = slot.firstChild(); child != null; child = child.next()) {
            DERIVATION_LINKS_ARE_SYMMETRIC.require(++count < LONGEST, "children without end");
            DERIVATION_LINKS_ARE_SYMMETRIC.require(child.parent() == slot, "a child names another parent");
            DERIVATION_LINKS_ARE_SYMMETRIC.require(child.previous() == previous, "siblings do not name each other");
            DERIVATION_LINKS_ARE_SYMMETRIC.require(mayDerive(slot.type(), child.type()), "a child of another type than its source");
            previous = child;
        }
    }

    private static boolean mayDerive(CapabilityType parent, CapabilityType child) {
        return switch (parent) {
            case UNTYPED, IRQ_CONTROL, IO_PORT_CONTROL, ZOMBIE -> true;
            case VSPACE -> child == CapabilityType.VSPACE || child == CapabilityType.WINDOW || child == CapabilityType.ZOMBIE;
            default -> parent == child || child == CapabilityType.ZOMBIE;
        };
    }

    private static boolean isListed(Slot slot) {
        int count = 0;
        for (Slot listed = slot.space().mapped(); listed != null && count < LONGEST; listed = listed.nextMapped) {
            count++;
            if (listed == slot) {
                return true;
            }
        }
        return false;
    }

    private void checkObject(KernelObject object) {
        switch (object) {
            case Tcb thread -> checkThread(thread);
            case Reply reply -> checkReply(reply);
            case SchedContext context -> checkContext(context);
            case Partition partition -> checkWindows(partition);
            case TimeWindow window -> checkWindow(window);
            case Notification notification -> PARTNERS_NAME_EACH_OTHER.require(
                    notification.bound() == null || notification.bound().bound == notification, "the bound thread names another notification");
            case AddressSpace space -> checkMapped(space);
            default -> { }
        }
    }

    private static void checkMapped(AddressSpace space) {
        Slot previous = null;
        int count = 0;
        for (Slot slot = space.mapped(); slot != null; slot = slot.nextMapped) {
            MAPPINGS_ARE_LISTED.require(++count < LONGEST, "mapped slots without end");
            MAPPINGS_ARE_LISTED.require(slot.space() == space && slot.previousMapped == previous, "listed but not mapped here");
            previous = slot;
        }
    }

    private void checkThread(Tcb thread) {
        boolean mustQueue = switch (thread.state) {
            case READY, DEPLETED, SENDING, RECEIVING, WAITING -> true;
            default -> false;
        };
        boolean mayQueue = mustQueue || thread.state == ThreadState.FAULTED;
        A_BLOCKED_THREAD_IS_IN_ONE_QUEUE.require(thread.queue != null || !mustQueue, "in no queue: " + thread.state);
        A_BLOCKED_THREAD_IS_IN_ONE_QUEUE.require(thread.queue == null || mayQueue, "in a queue: " + thread.state);
        NOTHING_DANGLES.require(thread.capabilities() > 0 || thread.state == ThreadState.INACTIVE, "a doomed thread is " + thread.state);
        namedQueues += thread.queue == null ? 0 : 1;
        NOTHING_DANGLES.require(thread.state == ThreadState.INACTIVE || thread.state == ThreadState.FAULTED || !thread.space.isEmpty(),
                "no address space: " + thread.state);
        PARTNERS_NAME_EACH_OTHER.require(!thread.isRunnable() || (thread.state == ThreadState.PASSIVE) == (thread.runsOn == null),
                "scheduling context: " + thread.state);
        PARTNERS_NAME_EACH_OTHER.require(thread.home == null || thread.home.bound() == thread, "the own scheduling context is another's");
        PARTNERS_NAME_EACH_OTHER.require(!thread.isBorrower() || isBorrower(thread), "a borrower is not in the list");
        A_BLOCKED_THREAD_IS_IN_ONE_QUEUE.require(!thread.timeout.set || thread.isWaiting(), "an alarm is set: " + thread.state);
        PARTNERS_NAME_EACH_OTHER.require(thread.bound == null || thread.bound.bound() == thread, "the notification is bound to another thread");
        checkPartners(thread);
    }

    private static boolean isBorrower(Tcb thread) {
        int count = 0;
        boolean found = false;
        for (Tcb each = thread.runsOn.borrowers(); each != null; each = each.nextBorrower) {
            boolean linked = each.nextBorrower == null || each.nextBorrower.previousBorrower == each;
            PARTNERS_NAME_EACH_OTHER.require(++count < LONGEST && linked && each.runsOn == thread.runsOn, "borrowers do not name each other");
            found |= each == thread;
        }
        return found;
    }

    private static void checkContext(SchedContext context) {
        PARTNERS_NAME_EACH_OTHER.require(context.bound() == null || context.bound().home == context, "a bound thread has another context");
        int count = 0;
        boolean listed = context.partition() == null;
        for (SchedContext each = listed ? null : context.partition().contexts(); each != null && count < LONGEST; each = each.nextOfPartition) {
            listed |= each == context;
            count++;
        }
        PARTNERS_NAME_EACH_OTHER.require(listed, "a context is not in its partition's list");
    }

    private static void checkWindows(Partition partition) {
        TimeWindow previous = null;
        int count = 0;
        for (TimeWindow window = partition.windows(); window != null; window = window.nextOfPartition) {
            WINDOWS_ARE_ONE_RING.require(++count < LONGEST && window.partition() == partition && window.previousOfPartition == previous,
                    "a window in the list of another partition");
            previous = window;
        }
    }

    private void checkWindow(TimeWindow window) {
        boolean linked = window.next != null && window.next.previous == window && window.previous != null && window.previous.next == window;
        boolean free = window.next == null && window.previous == null && window.nextOfPartition == null && window.previousOfPartition == null;
        WINDOWS_ARE_ONE_RING.require(window.isInCycle() ? linked : free, "neighbours in the cycle do not name each other");
        if (window.isInCycle()) {
            checkPlace(window);
        }
    }

    private void checkPlace(TimeWindow window) {
        int count = 0;
        boolean listed = false;
        for (TimeWindow each = window.partition().windows(); each != null && count < LONGEST; each = each.nextOfPartition) {
            listed |= each == window;
            count++;
        }
        boolean reachesTheOpenOne = window.partition() == kernel.processor.active();
        for (TimeWindow each = window.next; each != window && each != null; each = each.next) {
            WINDOWS_ARE_ONE_RING.require(++count < LONGEST, "a ring that does not close");
            reachesTheOpenOne |= each.partition() == kernel.processor.active();
        }
        WINDOWS_ARE_ONE_RING.require(listed, "a window is not in its partition's list");
        WINDOWS_ARE_ONE_RING.require(reachesTheOpenOne, "a window in a ring of its own");
    }

    private static void checkPartners(Tcb thread) {
        boolean mayBeHeld = thread.state == ThreadState.AWAITING_REPLY || thread.state == ThreadState.FAULTED;
        A_BLOCKED_THREAD_IS_IN_ONE_QUEUE.require(thread.state != ThreadState.AWAITING_REPLY || thread.heldBy != null,
                "nobody holds the caller");
        PARTNERS_NAME_EACH_OTHER.require(thread.heldBy == null || mayBeHeld && thread.heldBy.caller() == thread,
                "held by a reply, as: " + thread.state);
        Reply receives = thread.receivesWith;
        PARTNERS_NAME_EACH_OTHER.require(receives == null || thread.state == ThreadState.RECEIVING && receives.server() == thread
                && receives.caller() == null, "receives with another's reply");
        int count = 0;
        for (Reply reply = thread.replies; reply != null; reply = reply.nextOfServer()) {
            PARTNERS_NAME_EACH_OTHER.require(++count < LONGEST && reply.server() == thread, "a reply in the list of another thread");
        }
    }

    private void checkQueue(ThreadQueue queue) {
        Tcb first = queue.first();
        int count = 0;
        Tcb previous = null;
        for (Tcb queued = first; queued != null; queued = queued.nextInQueue) {
            QUEUE_LINKS_ARE_SYMMETRIC.require(++count < LONGEST, "a queue without end");
            QUEUE_LINKS_ARE_SYMMETRIC.require(queued.previousInQueue == previous, "neighbours do not name each other");
            A_BLOCKED_THREAD_IS_IN_ONE_QUEUE.require(queued.queue == queue, "in a queue that it does not name: " + queued.state);
            boolean alike = queued.state == first.state || isSender(queued) && isSender(first);
            QUEUE_LINKS_ARE_SYMMETRIC.require(alike, "threads of two kinds in one queue");
            queuedThreads++;
            previous = queued;
        }
    }

    private static boolean isSender(Tcb thread) {
        return thread.state == ThreadState.SENDING || thread.state == ThreadState.FAULTED;
    }

    private static void checkReply(Reply reply) {
        Tcb caller = reply.caller();
        PARTNERS_NAME_EACH_OTHER.require(caller == null || caller.heldBy == reply && reply.server() != null, "the caller names another reply");
        if (reply.server() != null) {
            boolean listed = false;
            int count = 0;
            for (Reply other = reply.server().replies; other != null && count < LONGEST; other = other.nextOfServer()) {
                listed |= other == reply;
                count++;
            }
            PARTNERS_NAME_EACH_OTHER.require(listed, "a reply is not in its server's list");
        }
    }

    private void checkProcessor() {
        Tcb current = kernel.current();
        boolean ready = false;
        int highest = -1;
        for (KernelObject object : objects) {
            if (object instanceof Tcb thread) {
                THE_RUN_QUEUE_HOLDS_THE_RUNNABLE.require((thread == current) == (thread.state == ThreadState.RUNNING),
                        "runs and is not the current one, or the reverse: " + thread.state);
                if (thread.state == ThreadState.READY && thread.runsOn.partition() == kernel.processor.active()) {
                    ready = true;
                    highest = Math.max(highest, thread.priority());
                }
            }
        }
        boolean decidesAtOnce = kernel.machine.timer().isDue();
        THE_RUN_QUEUE_HOLDS_THE_RUNNABLE.require(current != null || !ready || decidesAtOnce, "the processor is idle and a thread ready");
        THE_RUN_QUEUE_HOLDS_THE_RUNNABLE.require(current == null || highest <= current.priority(), "one more urgent than the running one is ready");
    }
}
