package peaberry.kernel.arch;

import peaberry.machine.PhysicalAddress;
import peaberry.machine.Trusted;
import peaberry.machine.x86_64.KernelEntry;
import peaberry.machine.x86_64.PortIo;
import peaberry.machine.x86_64.ProcessorControl;

/** The processor: where the kernel is entered and what runs when it is left. */
@Trusted
public final class Cpu {

    /** QEMU's isa-debug-exit, which ends the machine with status 2 * value + 1. */
    private static final int EXIT_PORT = 0xF4;
    private static final int LAST_STATUS = 100;

    private static final NativeRegisters REGISTERS = new NativeRegisters();
    private static final ContextSwitch SWITCH = new ContextSwitch(REGISTERS);

    private Cpu() {
    }

    /** Turns traps on; once, before anything else of this package is used. */
    public static void start(TrapHandler handler) {
        Traps.start(handler, REGISTERS, SWITCH);
    }

    /** The thread that runs when the kernel is left, and its address space. */
    @Trusted
    public static void resume(UserContext context, PhysicalAddress translationRoot) {
        Translation.load(translationRoot);
        KernelEntry.resume(context);
        SWITCH.to(context);
    }

    /**
     * Nobody runs when the kernel is left; the processor waits for an interrupt. The last address space stays loaded,
     * even if it is destroyed: only another thread can use its memory anew, and that one loads its own first.
     */
    public static void idle() {
        KernelEntry.idle();
    }

    /** Switches the machine off once the serial line is quiet; does not return. @param status 0 to 99 */
    public static void powerOff(int status) {
        PanicConsole.drain();
        PortIo.writeInt(EXIT_PORT, Math.max(0, Math.min(status, LAST_STATUS)));
        while (true) {
            ProcessorControl.halt();
        }
    }
}
