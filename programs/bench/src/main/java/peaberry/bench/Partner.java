package peaberry.bench;

import peaberry.abi.GrantKind;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.Grants;
import peaberry.runtime.Partition;
import peaberry.runtime.Region;
import peaberry.runtime.SchedContext;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.VSpace;
import peaberry.runtime.Workspace;

/**
 * The other thread of a measurement. Its address space holds nothing but its {@link PartnerCode} and a page that it shares
 * with this program; its system calls find capabilities in this program's table.
 */
final class Partner {

    /** This program's own priority, which its declaration says, and the next lower one. */
    static final int EQUAL = 100;
    static final int LOWER = 99;

    /** Microseconds. They are also the period, so there is no limit. */
    private static final long TURN = 10_000;
    private static final Frame NO_BUFFER = Frame.at(Capability.NONE.slot());
    private static final long NO_STACK = 0;

    private final byte[] code;
    private final int priority;
    private int sharedPage;
    private ThreadControl thread;

    /** Made at build time. */
    Partner(byte[] code, int priority) {
        this.code = code;
        this.priority = priority;
    }

    /**
     * Makes the thread and lets it run as soon as nobody more urgent does.
     *
     * @param operand       what its code is told
     * @param faultEndpoint where its faults are told, or none
     */
    void start(long operand, Capability faultEndpoint) {
        VSpace space = VSpace.at(Resources.make(ObjectType.VSPACE));
        int codePage = install(space);
        share(space);
        Workspace.memory().setInt64(sharedPage * UserLayout.PAGE + PartnerCode.OPERAND, operand);
        thread = ThreadControl.at(Resources.make(ObjectType.TCB));
        SchedContext time = SchedContext.at(Resources.make(ObjectType.SCHED_CONTEXT));
        Resources.require(Partition.at(Grants.find(GrantKind.PARTITION, "time").slot()).configure(time, TURN, TURN));
        Resources.require(time.bind(thread));
        Resources.require(thread.configure(Resources.table(), space, NO_BUFFER, 0, faultEndpoint, priority));
        Resources.require(thread.writeRegisters(Workspace.address(codePage), NO_STACK, Workspace.address(sharedPage)));
        Resources.require(thread.resume());
    }

    /** It does not run any more. */
    void stop() {
        Resources.require(thread.suspend());
    }

    /** What its code told last. */
    long result() {
        return Workspace.memory().int64(sharedPage * UserLayout.PAGE + PartnerCode.RESULT);
    }

    private int install(VSpace space) {
        Frame frame = Frame.at(Resources.make(ObjectType.FRAME));
        int page = Resources.page();
        Resources.map(frame, Resources.space(), page, Rights.READ_WRITE, Resources.DATA);
        Region memory = Workspace.memory();
        for (int i = 0; i < code.length; i++) {
            memory.setByte(page * UserLayout.PAGE + i, code[i]);
        }
        Resources.require(frame.unmap());
        Resources.map(frame, space, page, Rights.READ, Resources.CODE);
        return page;
    }

    private void share(VSpace space) {
        Frame frame = Frame.at(Resources.make(ObjectType.FRAME));
        sharedPage = Resources.page();
        Resources.map(Resources.copy(frame), space, sharedPage, Rights.READ_WRITE, Resources.DATA);
        Resources.map(frame, Resources.space(), sharedPage, Rights.READ_WRITE, Resources.DATA);
    }
}
