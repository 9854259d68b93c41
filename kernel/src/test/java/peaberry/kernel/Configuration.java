package peaberry.kernel;

import static peaberry.kernel.Room.ALL;

import java.util.function.Supplier;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;
import peaberry.abi.Register;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.kernel.explore.Explorer;
import peaberry.kernel.explore.Finding;
import peaberry.kernel.explore.Subject;

/** A small system to be explored: a kernel with a few threads and objects, and all that can happen to it. */
enum Configuration {

    /** Two threads that send, call, answer, signal, fault and stop each other. */
    TWO_THREADS(() -> messages(2), 30_000, 500_000),
    /** The same with three. */
    THREE_THREADS(() -> messages(3), 120_000, 2_000_000),
    /** Two threads that make, copy, move, delete and revoke capabilities in a few slots, and use what they made. */
    CAPABILITIES(Configuration::capabilities, 120_000, 2_000_000),
    /** One thread that may only receive from an endpoint, with little memory and few slots. */
    GRANTS(Configuration::grants, 60_000, 1_000_000),
    /** Two threads, each with a CNode of its own, that send each other capabilities where they may. */
    TRANSFERS(Configuration::transfers, 60_000, 1_000_000),
    /** Two threads that fault, say who hears of the faults, and delete that endpoint. */
    FAULT_ENDPOINTS(Configuration::faultEndpoints, 30_000, 300_000),
    /** Three threads that delete what they wait on, and each other. */
    DELETION(Configuration::deletion, 60_000, 1_000_000),
    /** Three threads, one less urgent, that change priorities. */
    PRIORITIES(Configuration::priorities, 120_000, 1_000_000),
    /** Threads that lend their scheduling contexts with calls, give them away, and wait no longer than a turn. */
    LENDING(Configuration::lending, 40_000, 1_000_000),
    /** Threads in two partitions that give these windows, take them, and destroy windows and a partition. */
    TIME_WINDOWS(Configuration::timeWindows, 20_000, 20_000),
    /** Two threads that share interrupts. */
    INTERRUPTS(Configuration::interrupts, 60_000, 1_000_000),
    /** Threads that map frames and page tables and delete them. */
    MAPPINGS(Configuration::mappings, 10_000, 100_000);

    private static final int PRIORITY = 100;
    private static final long RUBBISH = 0x0BAD_0BAD_0BAD_0BADL;

    private final Supplier<Subject> subject;
    /** How many states are explored at each build, and in a full run, if there are so many. */
    final int fewStates;
    final int manyStates;

    Configuration(Supplier<Subject> subject, int fewStates, int manyStates) {
        this.subject = subject;
        this.fewStates = fewStates;
        this.manyStates = manyStates;
    }

    /** The kernel in its initial state. */
    Subject subject() {
        return subject.get();
    }

    /** Explores the configuration of this name. */
    static Finding explore(String name, int mostStates) {
        return Explorer.explore(valueOf(name)::subject, mostStates);
    }

    /** The same, where all that is forgotten between two events is not 0 but something else. */
    static Finding exploreWithRubbish(String name, int mostStates) {
        return Explorer.explore(() -> {
            ExploredKernel kernel = (ExploredKernel) valueOf(name).subject();
            kernel.fillWith(RUBBISH);
            return kernel;
        }, mostStates);
    }

    private static Subject messages(int threads) {
        Room room = new Room(15, 4);
        int endpoint = room.make(ObjectType.ENDPOINT, 0);
        room.give(1, endpoint, ALL, 0);
        room.give(2, endpoint, ALL, 5);
        room.makeAt(3, ObjectType.REPLY, 0);
        room.makeAt(4, ObjectType.REPLY, 0);
        room.give(5, room.make(ObjectType.NOTIFICATION, 0), ALL, 1);
        long[] tcbs = new long[threads];
        for (int i = 0; i < threads; i++) {
            tcbs[i] = 6 + i;
            room.give(6 + i, room.thread(PRIORITY, endpoint), ALL, 0);
        }
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.ENDPOINT, 1, 2).place(CapabilityType.REPLY, 3, 4)
                .place(CapabilityType.NOTIFICATION, 5).place(CapabilityType.TCB, tcbs)
                .messages().add(Event.fault())
                .invocations(Invocation.TCB_SUSPEND, Invocation.TCB_RESUME, Invocation.TCB_BIND_NOTIFICATION)
                .list());
    }

    private static Subject capabilities() {
        Room room = new Room(14, 4);
        room.giveNode(1, ALL);
        room.makeAt(2, ObjectType.UNTYPED, 10);
        room.give(8, room.thread(PRIORITY, 0), ALL, 0);
        room.give(9, room.thread(PRIORITY, 0), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.CNODE, 1).place(CapabilityType.UNTYPED, 2, 3)
                .place(CapabilityType.ENDPOINT, 3, 4).place(CapabilityType.REPLY, 4)
                .place(CapabilityType.NOTIFICATION, 5).place(CapabilityType.TCB, 9)
                .value("type", ObjectType.UNTYPED.ordinal(), ObjectType.ENDPOINT.ordinal(), ObjectType.REPLY.ordinal(),
                        ObjectType.CNODE.ordinal())
                .value("bits", 1, 8).value("first", 3, 4, 5).value("count", 1)
                .value("destination", 3, 4, 5, 6, 7).value("index", 2, 3, 4, 5, 6, 7)
                .value("rights", ALL, TestKernel.READ_ONLY).value("badge", 7)
                .messages()
                .invocations(Invocation.UNTYPED_RETYPE, Invocation.CNODE_COPY, Invocation.CNODE_MINT, Invocation.CNODE_MOVE,
                        Invocation.CNODE_DELETE, Invocation.CNODE_REVOKE, Invocation.TCB_BIND_NOTIFICATION)
                .interrupted(Invocation.CNODE_DELETE).interrupted(Invocation.CNODE_REVOKE)
                .interrupted(Invocation.UNTYPED_RETYPE).interrupted(Invocation.CNODE_MOVE)
                .list());
    }

    private static Subject grants() {
        Room room = new Room(14, 3);
        room.giveNode(1, ALL);
        room.makeAt(2, ObjectType.UNTYPED, 8);
        room.give(3, room.make(ObjectType.ENDPOINT, 0), TestKernel.READ_ONLY, 0);
        room.give(7, room.thread(PRIORITY, 0), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.CNODE, 1).place(CapabilityType.UNTYPED, 2, 4).place(CapabilityType.ENDPOINT, 3, 4)
                .place(CapabilityType.NOTIFICATION, 5).place(CapabilityType.TCB, 7)
                .value("type", ObjectType.UNTYPED.ordinal(), ObjectType.NOTIFICATION.ordinal())
                .value("bits", 6, 7).value("first", 4, 5).value("count", 1, 2)
                .value("destination", 4, 5, 6).value("index", 2, 3, 4, 5, 6)
                .value("rights", ALL, TestKernel.READ_ONLY).value("badge", 7)
                .messages()
                .invocations(Invocation.UNTYPED_RETYPE, Invocation.CNODE_COPY, Invocation.CNODE_MINT, Invocation.CNODE_MOVE,
                        Invocation.CNODE_DELETE, Invocation.CNODE_REVOKE, Invocation.TCB_BIND_NOTIFICATION)
                .interrupted(Invocation.CNODE_DELETE).interrupted(Invocation.CNODE_REVOKE)
                .interrupted(Invocation.UNTYPED_RETYPE).interrupted(Invocation.CNODE_MOVE)
                .list());
    }

    private static Subject transfers() {
        Room room = new Room(15, 3);
        int endpoint = room.make(ObjectType.ENDPOINT, 0);
        int reply = room.make(ObjectType.REPLY, 0);
        room.give(1, endpoint, ALL, 0);
        room.give(2, endpoint, Rights.READ_WRITE.bits(), 5);
        room.give(3, reply, ALL, 0);
        room.give(4, room.make(ObjectType.NOTIFICATION, 0), ALL, 1);
        room.giveNode(6, ALL);
        Room other = room.nextDoor(3);
        other.give(1, endpoint, Rights.READ_WRITE.bits(), 0);
        other.give(3, room.make(ObjectType.REPLY, 0), Rights.READ_WRITE.bits(), 0);
        other.give(4, room.make(ObjectType.NOTIFICATION, 0), ALL, 2);
        other.giveNode(6, ALL);
        room.give(7, other.threadWithBuffer(PRIORITY, 4, 5), ALL, 0);
        other.give(7, room.threadWithBuffer(PRIORITY, 4, 5), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.ENDPOINT, 1, 2).place(CapabilityType.REPLY, 3).place(CapabilityType.NOTIFICATION, 5)
                .place(CapabilityType.CNODE, 6).place(CapabilityType.TCB, 7).value("index", 4, 5)
                .messages().transfers()
                .invocations(Invocation.CNODE_DELETE, Invocation.CNODE_REVOKE, Invocation.TCB_SUSPEND, Invocation.TCB_RESUME)
                .list());
    }

    private static Subject faultEndpoints() {
        Room room = new Room(15, 4);
        room.giveNode(1, ALL);
        int endpoint = room.make(ObjectType.ENDPOINT, 0);
        room.makeAt(2, ObjectType.ENDPOINT, 0);
        room.give(3, endpoint, ALL, 5);
        room.makeAt(4, ObjectType.REPLY, 0);
        room.give(6, room.thread(PRIORITY, endpoint), ALL, 0);
        room.give(7, room.thread(PRIORITY, 0), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.CNODE, 1).place(CapabilityType.ENDPOINT, 2, 3).place(CapabilityType.REPLY, 4)
                .place(CapabilityType.TCB, 6, 7).value("index", 2, 3)
                .value("number", Register.INSTRUCTION_POINTER.ordinal()).value("value", UserLayout.PROGRAM)
                .messages().add(Event.fault())
                .invocations(Invocation.TCB_SET_FAULT_ENDPOINT, Invocation.TCB_READ_REGISTER, Invocation.TCB_WRITE_REGISTER,
                        Invocation.TCB_SUSPEND, Invocation.TCB_RESUME, Invocation.CNODE_DELETE, Invocation.CNODE_REVOKE)
                .list());
    }

    private static Subject deletion() {
        Room room = new Room(15, 4);
        room.giveNode(1, ALL);
        room.makeAt(2, ObjectType.ENDPOINT, 0);
        room.makeAt(3, ObjectType.REPLY, 0);
        room.makeAt(4, ObjectType.NOTIFICATION, 0);
        room.makeAt(5, ObjectType.REPLY, 0);
        room.hand(6, room.thread(PRIORITY, 0));
        room.hand(7, room.thread(PRIORITY, 0));
        room.hand(8, room.thread(PRIORITY, 0));
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.CNODE, 1).place(CapabilityType.ENDPOINT, 2).place(CapabilityType.REPLY, 3, 5)
                .place(CapabilityType.NOTIFICATION, 4).place(CapabilityType.TCB, 6, 7, 8)
                .value("destination", 9).value("index", 2, 3, 4, 5, 6, 7, 8, 9)
                .messages().add(Event.fault())
                .invocations(Invocation.CNODE_COPY, Invocation.CNODE_DELETE, Invocation.CNODE_REVOKE, Invocation.TCB_SUSPEND,
                        Invocation.TCB_RESUME, Invocation.TCB_BIND_NOTIFICATION)
                .interrupted(Invocation.CNODE_DELETE).interrupted(Invocation.CNODE_REVOKE)
                .list());
    }

    private static Subject priorities() {
        Room room = new Room(15, 4);
        int endpoint = room.make(ObjectType.ENDPOINT, 0);
        room.give(1, endpoint, ALL, 0);
        room.makeAt(2, ObjectType.REPLY, 0);
        room.give(3, room.make(ObjectType.NOTIFICATION, 0), ALL, 1);
        room.give(4, room.thread(PRIORITY, endpoint), ALL, 0);
        room.give(5, room.thread(PRIORITY, 0), ALL, 0);
        room.give(6, room.thread(PRIORITY - 1, 0), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.ENDPOINT, 1).place(CapabilityType.REPLY, 2).place(CapabilityType.NOTIFICATION, 3)
                .place(CapabilityType.TCB, 4, 5, 6).value("priority", PRIORITY, PRIORITY - 1, PRIORITY - 70)
                .messages().add(Event.fault())
                .invocations(Invocation.TCB_SUSPEND, Invocation.TCB_RESUME, Invocation.TCB_SET_PRIORITY)
                .list());
    }

    private static Subject lending() {
        Room room = new Room(15, 4);
        room.give(1, room.make(ObjectType.ENDPOINT, 0), ALL, 0);
        room.makeAt(2, ObjectType.REPLY, 0);
        int context = room.context();
        room.give(3, context, ALL, 0);
        room.give(4, room.thread(PRIORITY, 0, context), ALL, 0);
        room.give(5, room.thread(PRIORITY - 1, 0), ALL, 0);
        room.give(6, room.thread(PRIORITY - 1, 0), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.ENDPOINT, 1).place(CapabilityType.REPLY, 2).place(CapabilityType.SCHED_CONTEXT, 3)
                .place(CapabilityType.TCB, 4, 5, 6)
                .messages().timeouts().add(Event.fault())
                .invocations(Invocation.SCHED_CONTEXT_BIND, Invocation.SCHED_CONTEXT_UNBIND, Invocation.TCB_SUSPEND, Invocation.TCB_RESUME)
                .list());
    }

    private static Subject timeWindows() {
        Room room = new Room(15, 4);
        room.giveNode(1, ALL);
        room.give(2, TestKernel.PARTITION_CONTROL, ALL, 0);
        room.give(3, TestKernel.PARTITION, ALL, 0);
        room.give(4, TestKernel.TIME_WINDOW, ALL, 0);
        room.makeAt(5, ObjectType.TIME_WINDOW, 0);
        room.makeAt(6, ObjectType.TIME_WINDOW, 0);
        int partition = room.partition();
        room.give(8, room.thread(PRIORITY, 0), ALL, 0);
        room.give(9, room.thread(PRIORITY, 0), ALL, 0);
        room.give(10, room.thread(PRIORITY, 0, room.context(partition)), ALL, 0);
        room.hand(7, partition);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.CNODE, 1).place(CapabilityType.PARTITION_CONTROL, 2).place(CapabilityType.PARTITION, 3, 7)
                .place(CapabilityType.TIME_WINDOW, 4, 5, 6).place(CapabilityType.TCB, 9, 10)
                .value("length", TestKernel.TURN).value("index", 5, 6, 7)
                .messages()
                .invocations(Invocation.PARTITION_CONTROL_ADD_WINDOW, Invocation.PARTITION_CONTROL_REMOVE_WINDOW,
                        Invocation.CNODE_DELETE, Invocation.TCB_SUSPEND, Invocation.TCB_RESUME)
                .interrupted(Invocation.CNODE_DELETE)
                .list());
    }

    private static Subject interrupts() {
        Room room = new Room(15, 4);
        room.giveNode(1, ALL);
        room.give(2, TestKernel.IRQ_CONTROL, ALL, 0);
        int notification = room.make(ObjectType.NOTIFICATION, 0);
        room.give(3, notification, ALL, 1);
        room.makeAt(4, ObjectType.NOTIFICATION, 0);
        room.give(5, room.make(ObjectType.ENDPOINT, 0), ALL, 0);
        room.give(8, room.thread(PRIORITY, 0), ALL, 0);
        room.give(9, room.thread(PRIORITY, 0), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.CNODE, 1).place(CapabilityType.IRQ_CONTROL, 2).place(CapabilityType.IRQ_HANDLER, 6, 7)
                .place(CapabilityType.NOTIFICATION, 3, 4).place(CapabilityType.ENDPOINT, 5).place(CapabilityType.TCB, 8, 9)
                .value("line", 2, 3).value("destination", 6, 7).value("index", 3, 4, 6, 7)
                .messages().add(Event.interrupt(2)).add(Event.interrupt(3))
                .invocations(Invocation.IRQ_CONTROL_ISSUE, Invocation.IRQ_HANDLER_SET_NOTIFICATION, Invocation.IRQ_HANDLER_ACKNOWLEDGE,
                        Invocation.CNODE_COPY, Invocation.CNODE_DELETE, Invocation.TCB_BIND_NOTIFICATION, Invocation.TCB_SUSPEND)
                .list());
    }

    private static Subject mappings() {
        Room room = new Room(17, 4);
        room.giveNode(1, ALL);
        room.makeAt(2, ObjectType.VSPACE, 0);
        room.makeAt(3, ObjectType.FRAME, 0);
        room.makeAt(4, ObjectType.PAGE_TABLE, 0);
        room.makeAt(5, ObjectType.PAGE_TABLE, 0);
        room.makeAt(6, ObjectType.PAGE_TABLE, 0);
        room.give(8, room.thread(PRIORITY, 0), ALL, 0);
        room.give(9, room.thread(PRIORITY, 0), ALL, 0);
        room.leave();
        return new ExploredKernel(room, new EventList()
                .place(CapabilityType.CNODE, 1).place(CapabilityType.VSPACE, 2).place(CapabilityType.FRAME, 3, 7)
                .place(CapabilityType.PAGE_TABLE, 4, 5, 6)
                .value("address", TestKernel.MAPPABLE, TestKernel.MAPPABLE + (1 << 21))
                .value("destination", 7).value("index", 2, 3, 4, 6, 7)
                .value("rights", ALL, TestKernel.READ_ONLY)
                .invocations(Invocation.FRAME_MAP, Invocation.FRAME_UNMAP, Invocation.PAGE_TABLE_MAP, Invocation.PAGE_TABLE_UNMAP,
                        Invocation.CNODE_COPY, Invocation.CNODE_MOVE, Invocation.CNODE_DELETE, Invocation.CNODE_REVOKE)
                .list());
    }
}
