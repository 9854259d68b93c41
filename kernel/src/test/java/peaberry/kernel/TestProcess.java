package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;

/** A process in memory of its own, whose CNode names itself and its address space, and has room for its memory. */
final class TestProcess {

    static final int OWN_CNODE = 1;
    static final int OWN_VSPACE = 2;
    static final int MEMORY = 3;

    private final TestKernel kernel;
    final int block;
    final int node;
    final int space;
    final int tcb;
    final Tcb thread;

    TestProcess(TestKernel kernel) {
        this.kernel = kernel;
        block = kernel.make(ObjectType.UNTYPED, 17);
        node = make(ObjectType.CNODE, 5);
        space = make(ObjectType.VSPACE, 0);
        tcb = make(ObjectType.TCB, 0);
        thread = kernel.tcb(tcb);
        kernel.perform(node, Invocation.CNODE_COPY, OWN_CNODE, TestKernel.CNODE, node, TestKernel.ALL_RIGHTS);
        kernel.perform(node, Invocation.CNODE_COPY, OWN_VSPACE, TestKernel.CNODE, space, TestKernel.ALL_RIGHTS);
        kernel.perform(tcb, Invocation.TCB_CONFIGURE, node, space, 0, 0, 0, 255);
        kernel.giveTime(tcb);
        kernel.perform(tcb, Invocation.TCB_RESUME);
    }

    private int make(ObjectType type, int bits) {
        int slot = kernel.free();
        kernel.perform(block, Invocation.UNTYPED_RETYPE, type.ordinal(), bits, TestKernel.CNODE, slot, 1);
        return slot;
    }
}
