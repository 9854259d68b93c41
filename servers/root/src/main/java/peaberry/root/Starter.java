package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramImage;
import peaberry.abi.UserLayout;

/**
 * Makes a process from its program in the boot archive. When something is wrong, {@link #problem} says what it was.
 */
final class Starter {

    private static final String FINE = "";
    private static final String NO_PROGRAM = "it is not in the boot archive";

    private static final ProgramImage IMAGE = new ProgramImage();
    private static final ByteRange FILE = new ByteRange();
    private static final ByteRange GRANTS = new ByteRange();

    private static String problem = FINE;
    private static boolean lacksDevice;

    private Starter() {
    }

    /** Why the last start failed, in a user's words. */
    static String problem() {
        return problem;
    }

    /** Makes a process of which there is nothing. @return whether it is there, and waits for {@link #launch} */
    static boolean make(Process process) {
        process.begin();
        lacksDevice = false;
        problem = Archive.show(process.number, BootArchive.Kind.PROGRAM, FILE) ? openImage() : NO_PROGRAM;
        if (problem.isEmpty()) {
            settle(process, fill(process));
        }
        return problem.isEmpty();
    }

    /** Whether the last step failed because a device is not in this machine, or no IOMMU that would confine it. */
    static boolean lacksDevice() {
        return lacksDevice;
    }

    /** Starts the thread of a process that was made. @return whether it runs */
    static boolean launch(Process process) {
        settle(process, process.thread().resume());
        if (problem.isEmpty()) {
            process.launched();
        }
        return problem.isEmpty();
    }

    /** Says how a step of the making ended. @return whether it is well */
    static boolean settle(Process process, KernelError error) {
        problem = error == KernelError.NONE ? FINE : Words.of(error);
        lacksDevice = error == KernelError.FAILED_LOOKUP || error == KernelError.UNSUPPORTED;
        return problem.isEmpty();
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

    private static KernelError fill(Process process) {
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
            error = AddressSpace.show(process, process.startPage(), UserLayout.START_PAGE, GRANTS);
        }
        if (error == KernelError.NONE) {
            error = tellTime(process);
        }
        if (error == KernelError.NONE) {
            error = give(process);
        }
        return error == KernelError.NONE ? prepareThread(process) : error;
    }

    private static KernelError give(Process process) {
        GrantTable grants = process.grants();
        KernelError error = KernelError.NONE;
        for (int row = 0; row < grants.rows() && error == KernelError.NONE; row++) {
            error = Grants.give(process, grants, row);
        }
        return error;
    }

    private static KernelError tellTime(Process process) {
        KernelError error = Look.begin(process.startPage().slot());
        if (error != KernelError.NONE) {
            return error;
        }
        Look.page().setInt64(UserLayout.TICKS_PER_MICROSECOND - UserLayout.START_PAGE, Uptime.ticksPerMicrosecond());
        return Look.end();
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
        if (error == KernelError.NONE) {
            error = process.memory().retype(ObjectType.FRAME, 0, Slots.OWN, process.buffer().slot(), 1);
        }
        return error == KernelError.NONE ? process.memory().retype(ObjectType.FRAME, 0, Slots.OWN, process.startPage().slot(), 1) : error;
    }

    private static KernelError prepareThread(Process process) {
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
        return error == KernelError.NONE && process.number == Processes.supervisor()
                ? process.thread().bindNotification(SupervisorSignals.notification())
                : error;
    }
}
