package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.kernel.arch.Cpu;
import peaberry.machine.MessageRegisters;
import peaberry.machine.SystemCall;
import peaberry.machine.simulated.SimulatedMachine;

/**
 * A kernel on a machine of its own, booted into a root process that the test plays: each system call is made for
 * whatever thread the kernel lets run. The clock stands still unless the test moves it.
 */
final class TestKernel {

    static final int CNODE = BootInfo.OWN_CNODE;
    static final int VSPACE = BootInfo.OWN_VSPACE;
    static final int ROOT_TCB = BootInfo.OWN_TCB;
    static final int IRQ_CONTROL = BootInfo.IRQ_CONTROL;
    static final int IO_SPACE_CONTROL = BootInfo.IO_SPACE_CONTROL;
    static final int IO_PORT_CONTROL = BootInfo.IO_PORT_CONTROL;
    static final int SCHED_CONTEXT = BootInfo.OWN_SCHED_CONTEXT;
    static final int PARTITION = BootInfo.OWN_PARTITION;
    static final int PARTITION_CONTROL = BootInfo.PARTITION_CONTROL;
    static final int TIME_WINDOW = BootInfo.OWN_TIME_WINDOW;
    /** Microseconds of a turn. */
    static final long TURN = 5_000;
    static final int UNTYPED = BootInfo.FIRST_UNTYPED;
    static final int ALL_RIGHTS = 7;
    static final int WRITE_ONLY = 1;
    static final int READ_ONLY = 2;
    /** An address for which the root process's page tables exist. */
    static final long MAPPABLE = UserLayout.STACK_TOP;

    final ByteArrayOutputStream console = new ByteArrayOutputStream();
    final SimulatedMachine machine;
    final Processor processor = new Processor();
    final SystemCalls systemCalls = new SystemCalls(processor);
    final MessageRegisters message = new MessageRegisters();
    final Invariants invariants = new Invariants(this);
    long clock = 1_000_000;
    /** How far the clock goes each time somebody looks at it. */
    long pace;
    private int nextSlot = 200;
    private CNode rootNode;
    private Tcb root;

    TestKernel(long memoryBytes, byte[] archive) {
        machine = new SimulatedMachine(memoryBytes, console, () -> clock += pace).install();
        if (archive != null) {
            machine.load(archive);
        }
        Cpu.start(systemCalls);
    }

    /** A kernel that has started its root process. */
    static TestKernel booted() {
        TestKernel kernel = new TestKernel(64 << 20, TestArchive.hosted());
        new Boot().run(kernel.processor);
        kernel.root = kernel.processor.current();
        kernel.rootNode = (CNode) kernel.root.node.object();
        return kernel;
    }

    String printed() {
        machine.flush();
        return console.toString(StandardCharsets.ISO_8859_1);
    }

    Tcb current() {
        return processor.current();
    }

    /** The first thread, which may be destroyed. */
    Tcb root() {
        return root;
    }

    CNode rootNode() {
        return rootNode;
    }

    /** A slot of the root process's CNode. */
    Slot slot(long index) {
        return rootNode.slot(index);
    }

    Tcb tcb(int slot) {
        return (Tcb) slot(slot).object();
    }

    /** Slots that are empty, in a row. */
    int free(int count) {
        int first = nextSlot;
        nextSlot += count;
        return first;
    }

    int free() {
        return free(1);
    }

    /** Makes a system call of the current thread. */
    void trap(int number, long capability, long reply, int label, long... words) {
        message.tag = Tag.of(label, words.length).bits();
        long[] six = Arrays.copyOf(words, 6);
        message.word0 = six[0];
        message.word1 = six[1];
        message.word2 = six[2];
        message.word3 = six[3];
        message.word4 = six[4];
        message.word5 = six[5];
        trap(number, capability, reply);
    }

    /** Makes a system call of the current thread with the message as it is. An invocation must not answer what it does not declare. */
    void trap(int number, long capability, long reply) {
        Tag request = new Tag(message.tag);
        Slot target = number == SystemCallNumber.CALL ? current().lookup(capability) : null;
        boolean invokes = target != null && !target.isEmpty() && target.type() != CapabilityType.ENDPOINT
                && Invocation.isOrdinal(request.label()) && !request.failed();
        SystemCall.trap(number, capability, reply, message);
        if (invokes) {
            DeclaredErrorsTest.note(Invocation.of(request.label()), error());
        }
    }

    /** Invokes an object and tells the error, NONE if it went well. */
    KernelError invoke(long capability, Invocation operation, long... words) {
        trap(SystemCallNumber.CALL, capability, 0, operation.ordinal(), words);
        return error();
    }

    /** Invokes an object, which must go well. */
    void perform(long capability, Invocation operation, long... words) {
        assertEquals(KernelError.NONE, invoke(capability, operation, words), operation.name());
    }

    void call(long capability, int label, long... words) {
        trap(SystemCallNumber.CALL, capability, 0, label, words);
    }

    void send(long capability, int label, long... words) {
        trap(SystemCallNumber.SEND, capability, 0, label, words);
    }

    void receive(long capability, long reply) {
        trap(SystemCallNumber.RECEIVE, capability, reply, 0);
    }

    void replyReceive(long capability, long reply, int label, long... words) {
        trap(SystemCallNumber.REPLY_RECEIVE, capability, reply, label, words);
    }

    void signal(long capability) {
        trap(SystemCallNumber.SIGNAL, capability, 0, 0);
    }

    void await(long capability) {
        trap(SystemCallNumber.WAIT, capability, 0, 0);
    }

    long poll(long capability) {
        trap(SystemCallNumber.POLL, capability, 0, 0);
        return message.badge;
    }

    void yieldProcessor() {
        trap(SystemCallNumber.YIELD, 0, 0, 0);
    }

    /** How the last system call of the thread that made it ended, if it has ended. */
    KernelError error() {
        return errorOf(new Tag(message.tag));
    }

    static KernelError error(Tcb thread) {
        return errorOf(new Tag(thread.context.tag()));
    }

    private static KernelError errorOf(Tag tag) {
        return tag.failed() ? KernelError.of(tag.label()) : KernelError.NONE;
    }

    static int label(Tcb thread) {
        return new Tag(thread.context.tag()).label();
    }

    static int length(Tcb thread) {
        return new Tag(thread.context.tag()).length();
    }

    static long badge(Tcb thread) {
        return thread.context.capability();
    }

    /** Makes one object from the largest untyped memory and tells its slot. */
    int make(ObjectType type) {
        return make(type, 0);
    }

    int make(ObjectType type, int bits) {
        int slot = free();
        perform(UNTYPED, Invocation.UNTYPED_RETYPE, type.ordinal(), bits, CNODE, slot, 1);
        return slot;
    }

    /** Makes a ready thread that shares the root's CNode and address space, and tells its slot. */
    int thread(int priority) {
        return thread(priority, 0);
    }

    int thread(int priority, long faultEndpoint) {
        int slot = make(ObjectType.TCB);
        perform(slot, Invocation.TCB_CONFIGURE, CNODE, VSPACE, 0, 0, faultEndpoint, priority);
        perform(slot, Invocation.TCB_WRITE_REGISTERS, UserLayout.PROGRAM, UserLayout.STACK_TOP, 0);
        giveTime(slot);
        perform(slot, Invocation.TCB_RESUME);
        return slot;
    }

    /** Makes a scheduling context, without a limit and in turns of {@link #TURN}, for a thread, and tells its slot. */
    int giveTime(int thread) {
        return giveTime(thread, TURN, TURN);
    }

    /** The same with a budget in each period, both in microseconds. */
    int giveTime(int thread, long budget, long period) {
        int slot = make(ObjectType.SCHED_CONTEXT);
        perform(PARTITION, Invocation.PARTITION_CONFIGURE, slot, budget, period);
        perform(slot, Invocation.SCHED_CONTEXT_BIND, thread);
        return slot;
    }

    /** A thread as urgent as the root. */
    int peer() {
        return thread(255);
    }

    /** Lets threads of the current one's priority yield until this one runs. */
    void switchTo(Tcb thread) {
        for (int turns = 0; processor.current() != thread && turns < 100; turns++) {
            yieldProcessor();
        }
        assertTrue(processor.current() == thread, "the thread is not ready");
    }

    /** Copies a capability to a free slot with other rights or badge. */
    int mint(int source, int rights, long badge) {
        int slot = free();
        perform(CNODE, Invocation.CNODE_MINT, slot, CNODE, source, rights, badge);
        return slot;
    }

    void delete(int slot) {
        perform(CNODE, Invocation.CNODE_DELETE, slot);
    }

    void revoke(int slot) {
        perform(CNODE, Invocation.CNODE_REVOKE, slot);
    }

    /** Checks that everything the kernel has is consistent. */
    void check() {
        invariants.check();
    }
}
