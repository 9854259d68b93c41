package peaberry.keeper;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramImage;
import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.CrashHistory;
import peaberry.runtime.Grants;
import peaberry.runtime.Message;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Server;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.Time;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;

/**
 * The keeper starts root anew when it fails: root's data become again what its program's image has, and its thread begins at the start. It calls
 * nobody, so nobody who waits for root keeps it from that. It holds root's thread and a window by which root's data are written, and nothing else;
 * when it fails itself it is one of those that the supervisor has root make anew.
 */
public final class Keeper extends Server {

    private static final Keeper KEEPER = new Keeper();

    private final Region image = new Region();
    private final Region zeros = new Region();
    private final ProgramImage program = new ProgramImage();
    private ThreadControl root = ThreadControl.at(0);
    private Window memory = Window.at(0);
    private final CrashHistory history = new CrashHistory();
    private long ticksPerMicrosecond = 1;
    private long revivals;

    private Keeper() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, new Revivals());
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        KEEPER.start();
        KEEPER.run();
    }

    /** How often root failed since this keeper was made. */
    static long revivals() {
        return KEEPER.revivals;
    }

    private void start() {
        root = ThreadControl.at(Grants.find(GrantKind.ROOT_THREAD, "thread").slot());
        ticksPerMicrosecond = Math.max(1, Grants.secondNumber(GrantKind.ROOT_THREAD, "thread"));
        memory = Window.at(Grants.find(GrantKind.ROOT_MEMORY, "memory").slot());
        Regions.open(image, "image", RegionKind.ROOT_IMAGE, 0);
        Regions.open(zeros, "zeros", RegionKind.KEPT, 0);
        if (program.open(image) != ProgramImage.Problem.NONE) {
            throw new IllegalStateException();
        }
    }

    /** Only root's faults are told here. One that fails again and again stays stopped: whatever runs goes on, but nothing is made anew any more. */
    @Override
    protected Answer fault(long badge, Tag message) {
        long address = Message.word(0);
        revivals++;
        boolean hopeless = history.fails(Time.ticks() / ticksPerMicrosecond);
        boolean restored = !hopeless && root.suspend() == KernelError.NONE && restoreData()
                && root.writeRegisters(program.entry(), UserLayout.STACK_TOP, address) == KernelError.NONE;
        if (restored) {
            root.resume();
        }
        return Answer.NONE;
    }

    private boolean restoreData() {
        for (int segment = 0; segment < program.segments(); segment++) {
            if (program.access(segment) == ProgramImage.Access.READ_WRITE && !restore(segment)) {
                return false;
            }
        }
        return true;
    }

    private boolean restore(int segment) {
        long start = program.address(segment) - UserLayout.PROGRAM;
        long content = program.fileSize(segment);
        boolean well = WindowCopy.write(memory, start, image, program.fileOffset(segment), content) == KernelError.NONE;
        for (long done = content; well && done < program.memorySize(segment); done += zeros.size()) {
            long here = Math.min(zeros.size(), program.memorySize(segment) - done);
            well = WindowCopy.write(memory, start + done, zeros, 0, here) == KernelError.NONE;
        }
        return well;
    }
}
