package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;

/**
 * Makes a process from its program in the boot archive. When something is wrong, nothing of the process is left, and
 * {@link #problem} says what it was.
 */
final class Starter {

    private static final String FINE = "";
    private static final String NO_PROGRAM = "it is not in the boot archive";

    private static final ProgramImage IMAGE = new ProgramImage();
    private static final ByteRange FILE = new ByteRange();
    private static final ByteRange GRANTS = new ByteRange();

    private static String problem = FINE;

    private Starter() {
    }

    /** Why the last start failed, in a user's words. */
    static String problem() {
        return problem;
    }

    /** Starts a process that is not running. @return whether it runs */
    static boolean start(Process process) {
        problem = Archive.show(process.number, BootArchive.Kind.PROGRAM, FILE) ? openImage() : NO_PROGRAM;
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
        if (!Archive.showProgram(program, FILE) || !openImage().isEmpty()) {
            return 0;
        }
        long bytes = 0;
        for (int segment = 0; segment < IMAGE.segments(); segment++) {
            bytes += IMAGE.memorySize(segment) + UserLayout.PAGE - 1 & -UserLayout.PAGE;
        }
        return bytes;
    }

    private static String openImage() {
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
        if (error == KernelError.NONE) {
            Archive.SYSTEM.showGrants(process.number, GRANTS);
            error = AddressSpace.show(process, UserLayout.START_PAGE, GRANTS);
        }
        GrantTable grants = process.grants();
        for (int row = 0; row < grants.rows() && error == KernelError.NONE; row++) {
            error = Grants.give(process, grants, row);
        }
        return error == KernelError.NONE ? launch(process) : error;
    }

    private static KernelError makeObjects(Process process) {
        KernelError error = process.memory().retype(ObjectType.CNODE, Archive.SYSTEM.tableBits(process.number), Slots.OWN, process.table().slot(), 1);
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
                UserLayout.MESSAGE_BUFFER, process.faultEndpoint(), process.priority());
        if (error == KernelError.NONE) {
            error = process.thread().writeRegisters(IMAGE.entry(), UserLayout.STACK_TOP, Archive.SYSTEM.argument(process.number));
        }
        if (error == KernelError.NONE) {
            error = Partitions.of(process).configure(process.context(), Archive.SYSTEM.budget(process.number), Archive.SYSTEM.period(process.number));
        }
        if (error == KernelError.NONE) {
            error = process.context().bind(process.thread());
        }
        return error == KernelError.NONE ? process.thread().resume() : error;
    }
}
