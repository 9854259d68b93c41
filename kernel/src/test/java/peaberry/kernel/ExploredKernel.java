package peaberry.kernel;

import java.util.List;
import java.util.Set;
import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.TrapHandler;
import peaberry.kernel.explore.Clockwork;
import peaberry.kernel.explore.CodeChange;
import peaberry.kernel.explore.StateFields;
import peaberry.kernel.explore.Subject;
import peaberry.kernel.explore.World;
import peaberry.machine.SystemCall;
import peaberry.machine.simulated.SimulatedMachine;

/**
 * A kernel, as it was compiled, in a small configuration, to be explored: whatever thread it lets run makes any of the
 * configuration's system calls; and interrupts, the timer and faults come at any time between them.
 *
 * <p>The clock goes on only when the timer expires, and then to that moment. A thread's registers count only while a message in them waits to be sent: it overwrites them when it enters
 * the kernel next, so they are zeroed after each event, as are other fields that nothing reads in the state which the thread is in.
 * {@link ExplorationTest} checks that it makes no difference.
 */
final class ExploredKernel implements Subject {

    /** Fields that are written before they are read in each system call, and counts that are only told. */
    private static final Set<String> DEAD = Set.of("UserContext.reply", "PreemptionPoint.steps", "SchedContext.consumed",
            "Arguments.wrong");
    /** Fields that only tell where to look first; what is found there is checked. */
    private static final Set<String> HINTS = Set.of("Tcb.table");
    private static final Set<String> MOMENTS = Set.of("Alarm.time", "Refill.time", "Processor.since", "Cycle.end",
            "Processor.armed", "OneShotTimer.deadline");

    private final TestKernel kernel;
    private final List<Event> events;
    private final World world;
    private final StateInvariants invariants;
    private final AuthorityRule authority;
    private final DeliveryRule delivery;
    private boolean refused;
    private long rubbish;

    ExploredKernel(Room room, List<Event> events) {
        kernel = room.kernel;
        this.events = events;
        kernel.processor.preemption.lookAfter(1);
        kernel.machine.interrupts().unmask(Event.INTERRUPTING_LINE);
        world = new World(kernel.machine.memory(), new Contents(), new StateFields(foreign(), DEAD, MOMENTS, HINTS),
                new StandingClock());
        world.addRoot(kernel.processor);
        world.addRoot(kernel.machine.processor());
        world.addRoot(kernel.machine.interrupts());
        world.addRoot(kernel.machine.timer());
        world.addRoot(kernel.root());
        for (int index = 1; index < kernel.rootNode().slots(); index++) {
            if (!kernel.slot(index).isEmpty()) {
                world.addRoot(kernel.slot(index));
            }
        }
        for (Partition partition : room.partitions) {
            for (int priority = 0; priority < RunQueues.PRIORITIES; priority++) {
                world.addRoot(partition.queues().at(priority));
            }
        }
        invariants = new StateInvariants(kernel, world);
        authority = new AuthorityRule(world);
        delivery = new DeliveryRule(world);
        CodeChange.Switch.on = true;
        fillWith(0);
    }

    private static Set<Class<?>> foreign() {
        try {
            return Set.of(SimulatedMachine.class, Class.forName("peaberry.kernel.arch.ProgramThread"));
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * The slots of a CNode belong to it, and the tables to an address space; those of the root process stay as they are, as far
     * as anybody can reach them.
     */
    private final class Contents implements World.Reach {
        @Override
        public void from(Object object, World reached) {
            if (object instanceof CNode node && !isRoots(node)) {
                for (long index = 1; index < node.slots(); index++) {
                    reached.reach(node.slot(index));
                }
            } else if (object instanceof VSpace space && space != rootSpace()) {
                reached.reachBytes(space.root().value(), (int) UserLayout.PAGE);
            } else if (object instanceof Slot slot && slot.type() == CapabilityType.PAGE_TABLE && slot.space() != rootSpace()) {
                reached.reachBytes(slot.base().value(), (int) UserLayout.PAGE);
            }
        }

        @Override
        public boolean isNeededFor(Object object) {
            return object instanceof CNode node && !isRoots(node) || object instanceof VSpace && object != rootSpace();
        }
    }

    /** It goes on only when the timer expires. */
    private final class StandingClock implements Clockwork {
        private final long start = kernel.clock;

        @Override
        public long now() {
            return kernel.clock;
        }

        @Override
        public void reset() {
            kernel.clock = start;
        }
    }

    private boolean isRoots(CNode node) {
        return node == kernel.rootNode() || node == kernel.slot(BootInfo.OWN_FRAMES).object();
    }

    private Object rootSpace() {
        return kernel.slot(TestKernel.VSPACE).object();
    }

    /** From now on, registers and fields that do not count are filled with this instead of 0. */
    void fillWith(long value) {
        rubbish = value;
        world.save();
        world.each(Tcb.class, this::forget);
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public int events() {
        return events.size();
    }

    @Override
    public boolean isPossible(int number) {
        Event event = events.get(number);
        return switch (event.kind()) {
            case SYSTEM_CALL, INTERRUPTED_CALL, FAULT -> kernel.current() != null;
            case INTERRUPT -> true;
            case TIMER -> kernel.machine.timer().ticksLeft() != Long.MAX_VALUE;
        };
    }

    @Override
    public String describe(int number) {
        return events.get(number).name();
    }

    @Override
    public String actor() {
        Tcb current = kernel.current();
        return current == null ? "nobody" : "thread " + Long.toHexString(world.addressOf(current));
    }

    @Override
    public void remember() {
        authority.remember(kernel.current());
        delivery.remember();
    }

    @Override
    public void perform(int number) {
        Event event = events.get(number);
        Tcb actor = kernel.current();
        delivery.begin(actor, event);
        refused = false;
        switch (event.kind()) {
            case SYSTEM_CALL -> trap(event, actor);
            case INTERRUPTED_CALL -> {
                raise(Event.INTERRUPTING_LINE);
                trap(event, actor);
                deliverInterrupts();
                kernel.machine.interrupts().unmask(Event.INTERRUPTING_LINE);
                refused = false;
            }
            case INTERRUPT -> {
                raise((int) event.number());
                deliverInterrupts();
            }
            case TIMER -> {
                kernel.clock += kernel.machine.timer().ticksLeft();
                kernel.machine.timer().takeExpiry();
                kernel.systemCalls.timer();
                world.distrust();
            }
            case FAULT -> kernel.systemCalls.fault(DeliveryRule.FAULT, delivery.number(actor), 0);
        }
        delivery.observe();
        world.each(Tcb.class, this::forget);
        world.each(Alarm.class, ExploredKernel::forget);
    }

    private static void forget(Alarm alarm) {
        if (!alarm.set) {
            alarm.time = 0;
        }
    }

    private void raise(int line) {
        kernel.machine.interrupts().set(line, true);
        kernel.machine.interrupts().set(line, false);
    }

    private void deliverInterrupts() {
        for (int line = kernel.machine.interrupts().take(); line >= 0; line = kernel.machine.interrupts().take()) {
            kernel.systemCalls.interrupt(line);
        }
    }

    private void trap(Event event, Tcb actor) {
        long[] words = event.words();
        boolean numbered = delivery.isMessage();
        kernel.message.tag = numbered ? DeliveryRule.tag(event.attached()) : Tag.of(event.label(), words.length).bits();
        kernel.message.word0 = numbered ? delivery.number(actor) : word(words, 0);
        kernel.message.word1 = word(words, 1);
        kernel.message.word2 = word(words, 2);
        kernel.message.word3 = word(words, 3);
        kernel.message.word4 = word(words, 4);
        kernel.message.word5 = word(words, 5);
        SystemCall.trap(event.number(), event.capability(), event.reply(), kernel.message);
        if (actor.state == ThreadState.RUNNING) {
            KernelError error = TestKernel.error(actor);
            refused = switch (error) {
                case NONE, ABORTED, INTERRUPTED, TIMED_OUT, BUDGET_EXHAUSTED -> false;
                default -> true;
            };
        }
    }

    private static long word(long[] words, int index) {
        return index < words.length ? words[index] : 0;
    }

    /** What does not count in the thread's state becomes the same in all such states. */
    private void forget(Tcb thread) {
        if (thread.state != ThreadState.SENDING) {
            thread.context.setTag(rubbish);
            thread.context.setBadge(rubbish);
            for (int i = 0; i < Tag.REGISTER_WORDS; i++) {
                thread.context.setWord(i, rubbish);
            }
        }
        if (thread.state != ThreadState.FAULTED) {
            thread.fault = FaultKind.PAGE_FAULT;
            thread.faultDetail = rubbish;
            thread.faultCode = rubbish;
        }
        if (thread.state != ThreadState.SENDING && thread.state != ThreadState.FAULTED || thread.queue == null) {
            thread.delivery = Delivery.SEND;
            thread.sendBadge = rubbish;
        }
    }

    @Override
    public void judge(int number, int changed) {
        if (refused && changed >= 0) {
            throw Invariant.ERRORS_COME_BEFORE_EFFECTS.violated("a refused system call changed " + world.describeCell(changed));
        }
        delivery.judge();
        if (changed >= 0) {
            authority.judge(events.get(number));
        }
    }

    @Override
    public void check() {
        invariants.check();
    }
}
