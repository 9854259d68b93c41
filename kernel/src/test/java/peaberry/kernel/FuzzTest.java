package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import peaberry.abi.CapabilityType;
import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Parameter;
import peaberry.abi.Register;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.PhysicalMemory;
import peaberry.machine.simulated.InterruptController;

/**
 * Random system calls with likely and unlikely arguments: none may throw, and the invariants hold all the time.
 *
 * <p>Four threads share a CNode with capabilities of every kind and do what they like with them and with each other. When
 * none of them can go on, the root thread, which is less urgent than all of them, makes them run again.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("peaberry.seed", 20_240_229);
    private static final int STEPS = 4_000;
    /** System calls in all: a few, or with {@code -Dpeaberry.full=true} very many. */
    private static final int ALL_STEPS = Boolean.getBoolean("peaberry.full") ? 10_000_000 : 96_000;
    private static final int ROUNDS = ALL_STEPS / STEPS;
    private static final int STEPS_BETWEEN_CHECKS = 20;
    private static final int THREADS = 4;
    private static final int PRIORITY = 200;
    private static final int LOWEST = 0;
    private static final int NODE_BITS = 6;
    private static final int SLOTS = 1 << NODE_BITS;
    private static final int MOST_WAITS = 10_000;
    private static final long LONGEST_WAIT = 1L << 50;

    /** Slots of the threads' CNode. */
    private static final int OWN_NODE = 1;
    private static final int OWN_SPACE = 2;
    private static final int MEMORY = 3;
    private static final int CONTROL = 4;
    private static final int PORT_CONTROL = 5;
    private static final int IO_CONTROL = 6;
    private static final int FIRST_THREAD = 7;
    private static final int FIRST_CONTEXT = FIRST_THREAD + THREADS;
    private static final int TIME = FIRST_CONTEXT + THREADS;
    private static final int CYCLE = TIME + 1;
    private static final int WINDOW = CYCLE + 1;
    private static final int FUNCTIONS = 8;

    private static final long[] UNLIKELY = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 255, 256, 4095, 4096, 65_536,
        UserLayout.LIMIT, UserLayout.LIMIT - 4096, UserLayout.MESSAGE_BUFFER, TestKernel.MAPPABLE, 0x1000_0000_0000L};

    private Random random;
    private TestKernel kernel;
    private int block;
    private int node;
    private int memory;
    private int window;
    private final int[] threads = new int[THREADS];
    private final int[] contexts = new int[THREADS];
    private final int[] buffers = new int[THREADS];
    private int arrived;
    private int completed;
    private final int[] successes = new int[Invocation.values().length];

    @Test
    void randomSystemCallsKeepTheInvariants() {
        System.out.printf("%,d random system calls, seeds %d to %d%n", ALL_STEPS, SEED, SEED + ROUNDS - 1);
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            random = new Random(seed);
            assertDoesNotThrow(this::play, () -> "seed " + seed + " after " + completed + " system calls");
        }
        for (Invocation operation : Invocation.values()) {
            assertTrue(successes[operation.ordinal()] > 0, "never went well, so hardly tested: " + operation);
        }
        assertTrue(arrived > 0, "no capability ever travelled with a message");
    }

    @Test
    void everyInvocationRefusesWildArgumentsOnEveryKindOfCapability() {
        random = new Random(SEED);
        kernel = TestKernel.booted();
        populate();
        for (int round = 0; round < 10; round++) {
            for (Invocation operation : Invocation.values()) {
                for (int slot = 0; slot < SLOTS; slot++) {
                    reviveIfNecessary();
                    long[] words = new long[random.nextInt(7)];
                    for (int i = 0; i < words.length; i++) {
                        words[i] = UNLIKELY[random.nextInt(UNLIKELY.length)];
                    }
                    kernel.trap(SystemCallNumber.CALL, slot, 0, operation.ordinal(), words);
                }
            }
            kernel.check();
        }
        assertFalse(kernel.slot(node).isEmpty());
    }

    private void play() {
        kernel = TestKernel.booted();
        populate();
        for (completed = 0; completed < STEPS; completed++) {
            reviveIfNecessary();
            step();
            if (completed % STEPS_BETWEEN_CHECKS == 0) {
                kernel.check();
            }
        }
        kernel.check();
        for (awaitSomebody(); kernel.current() != kernel.root(); awaitSomebody()) {
            kernel.systemCalls.fault(FaultKind.PAGE_FAULT, 0, 0);
        }
        kernel.revoke(block);
        kernel.check();
        kernel.perform(block, Invocation.UNTYPED_USAGE);
        assertEquals(0, kernel.message.word1, "memory that does not come back");
    }

    private void populate() {
        block = kernel.make(ObjectType.UNTYPED, 22);
        node = kernel.free();
        memory = kernel.free();
        window = kernel.free();
        for (int i = 0; i < THREADS; i++) {
            threads[i] = kernel.free();
            contexts[i] = kernel.free();
            buffers[i] = kernel.free();
        }
        makeEverything();
    }

    /** Makes CNode, memory and threads, and gives the threads a share of all that the root has. */
    private void makeEverything() {
        make(ObjectType.CNODE, NODE_BITS, node);
        make(ObjectType.UNTYPED, 18, memory);
        for (int i = 0; i < THREADS; i++) {
            make(ObjectType.TCB, 0, threads[i]);
            give(FIRST_THREAD + i, threads[i]);
            make(ObjectType.SCHED_CONTEXT, 0, contexts[i]);
            give(FIRST_CONTEXT + i, contexts[i]);
            make(ObjectType.FRAME, 0, buffers[i]);
        }
        give(TIME, TestKernel.PARTITION);
        give(CYCLE, TestKernel.PARTITION_CONTROL);
        make(ObjectType.TIME_WINDOW, 0, window);
        give(WINDOW, window);
        give(OWN_NODE, node);
        give(OWN_SPACE, TestKernel.VSPACE);
        give(CONTROL, TestKernel.IRQ_CONTROL);
        give(IO_CONTROL, TestKernel.IO_SPACE_CONTROL);
        kernel.perform(node, Invocation.CNODE_MOVE, MEMORY, TestKernel.CNODE, memory);
        if (!kernel.slot(TestKernel.IO_PORT_CONTROL).isEmpty()) {
            kernel.perform(node, Invocation.CNODE_MOVE, PORT_CONTROL, TestKernel.CNODE, TestKernel.IO_PORT_CONTROL);
        }
        kernel.check();
    }

    private void make(ObjectType type, int bits, int slot) {
        kernel.perform(block, Invocation.UNTYPED_RETYPE, type.ordinal(), bits, TestKernel.CNODE, slot, 1);
    }

    private void give(int slot, int source) {
        kernel.perform(node, Invocation.CNODE_COPY, slot, TestKernel.CNODE, source, TestKernel.ALL_RIGHTS);
    }

    /** If nobody but the root is left, makes the threads run again, and makes all anew if they lost what they need. */
    private void reviveIfNecessary() {
        awaitSomebody();
        if (kernel.current() != kernel.root()) {
            return;
        }
        kernel.root().setPriority(255);
        CNode table = (CNode) kernel.slot(node).object();
        boolean complete = table.slot(OWN_NODE).type() == CapabilityType.CNODE
                && table.slot(MEMORY).type() == CapabilityType.UNTYPED && table.slot(OWN_SPACE).type() == CapabilityType.VSPACE;
        if (!complete) {
            kernel.revoke(block);
            makeEverything();
        }
        for (int i = 0; i < THREADS; i++) {
            kernel.perform(threads[i], Invocation.TCB_SUSPEND);
            kernel.perform(threads[i], Invocation.TCB_CONFIGURE, node, TestKernel.VSPACE, buffers[i],
                    UserLayout.MESSAGE_BUFFER, 0, PRIORITY);
            kernel.perform(threads[i], Invocation.TCB_SET_MAXIMUM_PRIORITY, PRIORITY);
            giveTime(threads[i], contexts[i]);
            kernel.perform(threads[i], Invocation.TCB_RESUME);
        }
        kernel.root().setPriority(LOWEST);
        kernel.processor.dispatch();
    }

    /** Some threads have a limit, some not. */
    private void giveTime(int thread, int context) {
        kernel.perform(context, Invocation.SCHED_CONTEXT_UNBIND);
        if (kernel.tcb(thread).home != null) {
            kernel.tcb(thread).unbind();
        }
        if (((SchedContext) kernel.slot(context).object()).borrowers() == null) {
            kernel.perform(TestKernel.PARTITION, Invocation.PARTITION_CONFIGURE, context, 50 + random.nextInt(50), 100);
        }
        kernel.perform(context, Invocation.SCHED_CONTEXT_BIND, thread);
    }

    /** Lets time pass until somebody can run: the root can, as nobody else has its window. */
    private void awaitSomebody() {
        deliverTimer();
        for (int tries = 0; kernel.current() == null; tries++) {
            assertTrue(tries < MOST_WAITS, "nobody ever runs");
            kernel.clock += Math.min(LONGEST_WAIT, Math.max(0, kernel.machine.timer().ticksLeft()));
            deliverTimer();
        }
    }

    /** What the machine does when the kernel is left. */
    private void deliverTimer() {
        while (kernel.machine.timer().takeExpiry()) {
            kernel.systemCalls.timer();
        }
    }

    private void step() {
        assertNotSame(kernel.root(), kernel.current(), "the root is to be spared");
        kernel.clock += random.nextInt(1_000);
        switch (random.nextInt(40)) {
            case 0 -> kernel.systemCalls.interrupt(random.nextInt(20) - 2);
            case 1 -> kernel.systemCalls.timer();
            case 15 -> kernel.systemCalls.message(random.nextInt(10) - 1);
            case 17 -> interruptedInvocation(random.nextInt(InterruptController.LINES));
            case 16 -> kernel.systemCalls.deviceFault(random.nextInt(FUNCTIONS), DeviceFault.WRITE, random.nextLong() & -4096, 5);
            case 2 -> kernel.systemCalls.fault(FaultKind.of(random.nextInt(4)), random.nextLong(), random.nextInt());
            case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 -> message();
            default -> invocation();
        }
        deliverInterrupts();
    }

    private void message() {
        kernel.message.tag = random.nextInt(8) == 0 ? random.nextLong() : Tag.of(random.nextInt(99), random.nextInt(9)).bits();
        if (random.nextInt(3) == 0) {
            attach(1 + random.nextInt(Tag.MAX_CAPABILITIES));
        }
        words();
        int number = random.nextInt(50) == 0 ? random.nextInt() : random.nextInt(SystemCallNumber.COUNT);
        CapabilityType target = number >= SystemCallNumber.SIGNAL ? CapabilityType.NOTIFICATION : CapabilityType.ENDPOINT;
        if (number == SystemCallNumber.SEND && random.nextBoolean()) {
            target = CapabilityType.REPLY;
        }
        Tcb caller = kernel.current();
        kernel.trap(number, like(target), like(CapabilityType.REPLY));
        Tag answer = new Tag(caller.context.tag());
        boolean received = number >= SystemCallNumber.CALL && number <= SystemCallNumber.RECEIVE && caller == kernel.current() && !answer.failed();
        arrived += received ? answer.capabilities() : 0;
    }

    /** Has the message carry capabilities, and makes room for those of another message. */
    private void attach(int count) {
        kernel.message.tag = new Tag(kernel.message.tag).withCapabilities(count).bits();
        Slot buffer = kernel.current().buffer;
        for (int i = 0; i < Tag.MAX_CAPABILITIES && MessageBuffer.isUsable(buffer); i++) {
            CapabilityType sent = CapabilityType.values()[random.nextInt(CapabilityType.values().length)];
            PhysicalMemory.storeLong(buffer.base().plus((long) Long.BYTES * (Tag.SENT_CAPABILITIES + i)), like(sent));
            PhysicalMemory.storeLong(buffer.base().plus((long) Long.BYTES * (Tag.RECEIVED_CAPABILITIES + i)), free());
        }
    }

    /** A long operation stops for the interrupt, if the line is not masked. */
    private void interruptedInvocation(int line) {
        kernel.machine.interrupts().set(line, true);
        kernel.machine.interrupts().set(line, false);
        invocation();
    }

    /** As on a machine, what is pending comes whenever the kernel is left. */
    private void deliverInterrupts() {
        InterruptController controller = kernel.machine.interrupts();
        for (int line = controller.take(); line >= 0; line = controller.take()) {
            kernel.systemCalls.interrupt(line);
        }
    }

    private void invocation() {
        Invocation[] all = Invocation.values();
        Invocation operation = all[random.nextInt(all.length)];
        if (random.nextInt(3) == 0) {
            operation = random.nextInt(3) == 0 ? Invocation.CNODE_MINT : Invocation.UNTYPED_RETYPE;
        }
        words();
        int length = random.nextInt(10) == 0 ? random.nextInt(6) : 6;
        kernel.message.tag = Tag.of(operation.ordinal(), length).bits();
        arguments(operation);
        kernel.trap(SystemCallNumber.CALL, target(operation), 0);
        successes[operation.ordinal()] += kernel.error() == KernelError.NONE ? 1 : 0;
        kernel.invariants.meetObjects();
    }

    /** Arguments that have a chance. */
    private void arguments(Invocation operation) {
        MessageRegisters words = kernel.message;
        if (random.nextInt(5) == 0) {
            return;
        }
        List<Parameter> parameters = operation.operation().parameters();
        for (int index = 0; index < parameters.size(); index++) {
            Parameter parameter = parameters.get(index);
            if (parameter.isCapability()) {
                boolean none = parameter.kind() == Parameter.Kind.OPTIONAL_CAPABILITY && random.nextBoolean();
                setWord(index, none ? 0 : like(parameter.type()));
            }
        }
        switch (operation) {
            case UNTYPED_RETYPE -> {
                words.word0 = random.nextInt(ObjectType.values().length);
                words.word1 = 6 + random.nextInt(8) >> (words.word0 == ObjectType.CNODE.ordinal() ? 1 : 0);
                words.word2 = OWN_NODE;
                words.word3 = free();
                words.word4 = 1 + random.nextInt(2);
            }
            case CNODE_COPY, CNODE_MINT, CNODE_MOVE -> {
                words.word0 = free();
                words.word1 = OWN_NODE;
                words.word2 = FIRST_THREAD + random.nextInt(SLOTS - FIRST_THREAD);
                words.word3 = random.nextInt(3) == 0 ? random.nextInt(8) : TestKernel.ALL_RIGHTS;
                words.word4 = random.nextBoolean() ? 0 : random.nextLong();
            }
            case CNODE_DELETE, CNODE_REVOKE ->
                words.word0 = random.nextInt(40) == 0 ? word() : FIRST_THREAD + random.nextInt(SLOTS - FIRST_THREAD);
            case TCB_CONFIGURE -> {
                words.word3 = UserLayout.MESSAGE_BUFFER + sometimes(8);
                words.word5 = PRIORITY;
            }
            case PARTITION_CONFIGURE -> {
                words.word1 = 45 + random.nextInt(100);
                words.word2 = 50 + random.nextInt(200);
            }
            case PARTITION_CONTROL_ADD_WINDOW -> {
                words.word2 = 40 + random.nextInt(80);
                words.word3 = random.nextBoolean() ? 0 : words.word3;
            }
            case TCB_READ_REGISTER, TCB_WRITE_REGISTER -> {
                words.word0 = random.nextInt(Register.FLAGS.ordinal() + 2);
                words.word1 = random.nextBoolean() ? UserLayout.PROGRAM : words.word1;
            }
            case TCB_SET_PRIORITY, TCB_SET_MAXIMUM_PRIORITY -> words.word0 = PRIORITY - random.nextInt(6);
            case FRAME_MAP, PAGE_TABLE_MAP -> {
                words.word1 = TestKernel.MAPPABLE + (random.nextInt(8) << 12) + sometimes(8);
                words.word2 = 2 + random.nextInt(2);
                words.word3 = random.nextInt(2);
            }
            case VSPACE_MAKE_WINDOW -> {
                words.word0 = UserLayout.STACK_BOTTOM + random.nextInt(3 << 12);
                words.word1 = 1 + random.nextInt(3 << 12);
                words.word2 = random.nextInt(4);
                words.word4 = free();
            }
            case WINDOW_READ, WINDOW_WRITE -> {
                words.word0 = random.nextInt(1 << 12);
                words.word1 = UserLayout.STACK_BOTTOM + random.nextInt(6 << 12);
                words.word2 = random.nextInt(2 << 12);
            }
            case FRAME_MAP_IO, PAGE_TABLE_MAP_IO -> {
                words.word1 = random.nextInt(8) << 12;
                words.word2 = 1 + random.nextInt(3);
            }
            case PAGE_TABLE_MAP_BUS -> words.word1 = 0;
            case IO_SPACE_CONTROL_ASSIGN -> words.word1 = random.nextInt(FUNCTIONS);
            case IRQ_CONTROL_ISSUE, IRQ_CONTROL_ISSUE_MESSAGE -> {
                words.word0 = random.nextInt(17);
                words.word1 = OWN_NODE;
                words.word2 = free();
            }
            case IO_PORT_CONTROL_ISSUE -> {
                words.word0 = 0x600 + random.nextInt(16);
                words.word1 = words.word0 + random.nextInt(4);
                words.word2 = OWN_NODE;
                words.word3 = free();
            }
            case IO_PORT_READ, IO_PORT_WRITE -> {
                words.word0 = 0x600 + random.nextInt(16);
                words.word1 = 8;
            }
            default -> { }
        }
    }

    private long target(Invocation operation) {
        if (random.nextInt(10) == 0) {
            return word();
        }
        CapabilityType type = operation.operation().type();
        return type == CapabilityType.CNODE && random.nextInt(4) != 0 ? OWN_NODE : like(type);
    }

    private void words() {
        for (int index = 0; index < Tag.REGISTER_WORDS; index++) {
            setWord(index, word());
        }
    }

    private void setWord(int index, long value) {
        switch (index) {
            case 0 -> kernel.message.word0 = value;
            case 1 -> kernel.message.word1 = value;
            case 2 -> kernel.message.word2 = value;
            case 3 -> kernel.message.word3 = value;
            case 4 -> kernel.message.word4 = value;
            default -> kernel.message.word5 = value;
        }
    }

    private long word() {
        return random.nextInt(12) == 0 ? UNLIKELY[random.nextInt(UNLIKELY.length)] : random.nextInt(SLOTS);
    }

    /** Mostly 0, else {@code value}. */
    private long sometimes(long value) {
        return random.nextInt(20) == 0 ? value : 0;
    }

    /** A slot of the running thread with a capability of this type, if one is found soon. */
    private long like(CapabilityType type) {
        long found = word();
        for (int tries = 0; tries < SLOTS; tries++) {
            Slot slot = kernel.current().lookup(found);
            if (slot != null && slot.type() == type) {
                return found;
            }
            found = random.nextInt(SLOTS);
        }
        return found;
    }

    private long free() {
        return like(CapabilityType.NULL);
    }
}
