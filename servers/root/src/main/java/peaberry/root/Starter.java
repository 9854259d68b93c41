package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.BootInfo;
import peaberry.abi.ByteRange;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;
import peaberry.runtime.Partition;
import peaberry.runtime.ProgramSlots;

/**
 * Makes a process from its program in the boot archive. When something is wrong, nothing of the process is left, and
 * {@link #problem} says what it was.
 */
final class Starter {

    /** Whoever has nothing more urgent beside it runs on; equals take turns of this length. */
    private static final long TURN_MICROSECONDS = 5_000;
    private static final Partition TIME = Partition.at(BootInfo.OWN_PARTITION);

    private static final String FINE = "";
    private static final String NO_PROGRAM = "it is not in the boot archive";

    private static final ProgramImage IMAGE = new ProgramImage();
    private static final ByteRange FILE = new ByteRange();

    private static String problem = FINE;

    private Starter() {
    }

    /** Why the last start failed, in a user's words. */
    static String problem() {
        return problem;
    }

    /** Starts a process that is not running. @return whether it runs */
    static boolean start(Process process) {
        problem = open(process.plan.program());
        if (problem.isEmpty()) {
            KernelError error = make(process);
            problem = error == KernelError.NONE ? FINE : Words.of(error);
        }
        process.running = problem.isEmpty();
        if (!process.running) {
            process.destroy();
        }
        return process.running;
    }

    /** Bytes of memory that a program's segments take, in whole pages; 0 if it is no proper program. */
    static long imageBytes(String program) {
        if (!open(program).isEmpty()) {
            return 0;
        }
        long bytes = 0;
        for (int segment = 0; segment < IMAGE.segments(); segment++) {
            bytes += IMAGE.memorySize(segment) + UserLayout.PAGE - 1 & -UserLayout.PAGE;
        }
        return bytes;
    }

    private static String open(String program) {
        int entry = Archive.find(program, BootArchive.Kind.PROGRAM);
        if (entry < 0) {
            return NO_PROGRAM;
        }
        Archive.show(entry, FILE);
        ProgramImage.Problem found = IMAGE.open(FILE);
        return found == ProgramImage.Problem.NONE ? FINE : found.text();
    }

    private static KernelError make(Process process) {
        KernelError error = makeObjects(process);
        for (int segment = 0; segment < IMAGE.segments() && error == KernelError.NONE; segment++) {
            error = AddressSpace.load(process, IMAGE, segment, FILE);
        }
        if (error == KernelError.NONE) {
            error = AddressSpace.reserve(process, UserLayout.STACK_BOTTOM, UserLayout.STACK_TOP);
        }
        if (error == KernelError.NONE) {
            error = AddressSpace.map(process, process.buffer(), UserLayout.MESSAGE_BUFFER, ProgramImage.Access.READ_WRITE);
        }
        Grant[] grants = process.plan.grants();
        for (int i = 0; i < grants.length && error == KernelError.NONE; i++) {
            error = Grants.give(process, grants[i]);
        }
        return error == KernelError.NONE ? launch(process) : error;
    }

    private static KernelError makeObjects(Process process) {
        KernelError error = process.memory().retype(ObjectType.CNODE, process.plan.tableBits(), Slots.OWN, process.table().slot(), 1);
        if (error == KernelError.NONE) {
            error = process.memory().retype(ObjectType.VSPACE, 0, Slots.OWN, process.addressSpace().slot(), 1);
        }
        if (error == KernelError.NONE) {
            error = process.memory().retype(ObjectType.TCB, 0, Slots.OWN, process.thread().slot(), 1);
        }
        if (error == KernelError.NONE) {
            error = process.memory().retype(ObjectType.SCHED_CONTEXT, 0, Slots.OWN, process.context().slot(), 1);
        }
        return error == KernelError.NONE
                ? process.memory().retype(ObjectType.FRAME, 0, Slots.OWN, process.buffer().slot(), 1)
                : error;
    }

    private static KernelError launch(Process process) {
        KernelError error = process.thread().configure(process.table(), process.addressSpace(), process.buffer(),
                UserLayout.MESSAGE_BUFFER, process.faultEndpoint(), process.plan.priority());
        if (error == KernelError.NONE) {
            error = process.thread().writeRegisters(IMAGE.entry(), UserLayout.STACK_TOP, process.plan.argument());
        }
        if (error == KernelError.NONE) {
            error = TIME.configure(process.context(), TURN_MICROSECONDS, TURN_MICROSECONDS);
        }
        if (error == KernelError.NONE) {
            error = process.context().bind(process.thread());
        }
        return error == KernelError.NONE ? process.thread().resume() : error;
    }
}
