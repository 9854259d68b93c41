package peaberry.kernel;

import java.util.ArrayList;
import java.util.List;
import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.kernel.explore.CodeChange;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.PhysicalMemory;

/** A few threads and objects in memory of their own, made by the root thread, which then stops for good. */
final class Room {

    static final int ALL = TestKernel.ALL_RIGHTS;

    final TestKernel kernel;
    /** The root's, and those that were made. */
    final List<Partition> partitions = new ArrayList<>();
    private final int block;
    private final int node;

    /** @param memoryBits log2 of the memory for the objects @param nodeBits log2 of the slots of the CNode that the threads share */
    Room(int memoryBits, int nodeBits) {
        CodeChange.Switch.on = false;
        kernel = TestKernel.booted();
        block = kernel.make(ObjectType.UNTYPED, memoryBits);
        node = make(ObjectType.CNODE, nodeBits);
        partitions.add(kernel.processor.active());
    }

    /** The same threads' memory, but another CNode. */
    private Room(Room other, int nodeBits) {
        kernel = other.kernel;
        block = other.block;
        node = make(ObjectType.CNODE, nodeBits);
    }

    /** For threads of the same kernel that have a CNode of their own. */
    Room nextDoor(int nodeBits) {
        return new Room(this, nodeBits);
    }

    /** Makes an object and tells where the root thread has it. */
    int make(ObjectType type, int bits) {
        int slot = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, type.ordinal(), bits, TestKernel.CNODE, slot, 1);
        return slot;
    }

    /** Makes an object of which only the threads have a capability. */
    void makeAt(int slot, ObjectType type, int bits) {
        kernel.perform(block, Invocation.UNTYPED_RETYPE, type.ordinal(), bits, node, slot, 1);
    }

    /** Gives the threads a copy of what the root has. */
    void give(int slot, int source, int rights, long badge) {
        kernel.perform(node, Invocation.CNODE_MINT, slot, TestKernel.CNODE, source, rights, badge);
    }

    /** Moves to the threads what cannot be copied. */
    void hand(int slot, int source) {
        kernel.perform(node, Invocation.CNODE_MOVE, slot, TestKernel.CNODE, source);
    }

    void giveNode(int slot, int rights) {
        give(slot, node, rights, 0);
    }

    /** Makes a thread that is ready, with a scheduling context, and tells where the root has it. @param faultEndpoint the same, or 0 */
    int thread(int priority, int faultEndpoint) {
        return thread(priority, faultEndpoint, context());
    }

    /** @param context where the root has its scheduling context */
    int thread(int priority, int faultEndpoint, int context) {
        return thread(priority, faultEndpoint, context, 0);
    }

    /** Makes a thread whose messages carry what is in the slot {@code sent}, and bring what they carry to {@code received}. */
    int threadWithBuffer(int priority, int sent, int received) {
        int buffer = kernel.make(ObjectType.FRAME);
        PhysicalAddress base = kernel.slot(buffer).base();
        PhysicalMemory.storeLong(base.plus((long) Long.BYTES * Tag.SENT_CAPABILITIES), sent);
        PhysicalMemory.storeLong(base.plus((long) Long.BYTES * Tag.RECEIVED_CAPABILITIES), received);
        return thread(priority, 0, context(), buffer);
    }

    private int thread(int priority, int faultEndpoint, int context, int buffer) {
        int slot = make(ObjectType.TCB, 0);
        kernel.perform(slot, Invocation.TCB_CONFIGURE, node, TestKernel.VSPACE, buffer, UserLayout.MESSAGE_BUFFER, faultEndpoint, priority);
        kernel.perform(slot, Invocation.TCB_WRITE_REGISTERS, UserLayout.PROGRAM, UserLayout.STACK_TOP, 0);
        kernel.perform(slot, Invocation.TCB_SET_MAXIMUM_PRIORITY, priority);
        kernel.perform(context, Invocation.SCHED_CONTEXT_BIND, slot);
        kernel.perform(slot, Invocation.TCB_RESUME);
        return slot;
    }

    /** Makes a scheduling context without a limit, and tells where the root has it. */
    int context() {
        return context(TestKernel.PARTITION);
    }

    /** @param partition where the root has the context's partition */
    int context(int partition) {
        int context = make(ObjectType.SCHED_CONTEXT, 0);
        kernel.perform(partition, Invocation.PARTITION_CONFIGURE, context, TestKernel.TURN, TestKernel.TURN);
        return context;
    }

    /** Makes a partition without a window, and tells where the root has it. */
    int partition() {
        int partition = make(ObjectType.PARTITION, 0);
        partitions.add((Partition) kernel.slot(partition).object());
        return partition;
    }

    /** Lets the threads go. */
    void leave() {
        kernel.trap(peaberry.abi.SystemCallNumber.CALL, TestKernel.ROOT_TCB, 0, Invocation.TCB_SUSPEND.ordinal());
    }
}
