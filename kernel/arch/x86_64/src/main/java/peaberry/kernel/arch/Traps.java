package peaberry.kernel.arch;

import peaberry.abi.FaultKind;
import peaberry.abi.JavaTrap;
import peaberry.machine.EntryPoint;

/** Where {@code system_call.S} and {@code traps.S} enter Java: on a fresh stack, interrupts off, registers saved. */
final class Traps {

    /** Vectors of exceptions: Intel SDM volume 3, table 6-1. */
    static final int INVALID_OPCODE = 6;
    static final int NO_DEVICE = 7;
    static final int DOUBLE_FAULT = 8;
    static final int PAGE_FAULT = 14;
    /** The vector of interrupt line 0; the others follow. */
    static final int FIRST_LINE = 32;
    /** The vectors of messages, and the last one that is used. All have an entry, since a device that nothing confines can raise any. */
    static final int FIRST_MESSAGE = 64;
    static final int LAST_VECTOR = 127;

    private static TrapHandler handler;
    private static ContextSwitch contextSwitch;

    private Traps() {
    }

    /**
     * Turns on what the processor has, reads what the loader left and makes the interrupt controllers quiet; traps come from the
     * first return on.
     */
    static void start(TrapHandler trapHandler, NativeRegisters registers, ContextSwitch switching) {
        handler = trapHandler;
        contextSwitch = switching;
        startFeatures(registers);
        BootMemory.start();
        BootMemory.withhold(InterruptControllers.IO_REGISTERS, InterruptControllers.REGISTER_BYTES);
        BootMemory.withhold(MessageFormat.TARGET, MessageFormat.TARGET_END - MessageFormat.TARGET);
        LocalApic.start();
        Remapping.start(BootMemory.rootPointer());
        Interrupts.start();
        Timer.start();
    }

    private static void startFeatures(NativeRegisters registers) {
        long control = Features.control(registers);
        int components = Features.components(registers);
        registers.enable(control);
        if (components != 0) {
            registers.startVectors(components);
        }
        contextSwitch.start(components != 0, Features.hasBases(control));
    }

    @EntryPoint("peaberry_call")
    static void call() {
        handler.call();
    }

    @EntryPoint("peaberry_reply_receive")
    static void replyReceive() {
        handler.replyReceive();
    }

    @EntryPoint("peaberry_system_call")
    static void systemCall(long request) {
        handler.systemCall(request);
    }

    /** An interrupt, of a program or of the idle state. Vectors that no device was given are dropped. */
    @EntryPoint("peaberry_interrupt")
    static void interrupt(int vector, long errorCode, long faultAddress, UserContext registers) {
        registers.settle();
        if (vector == LocalApic.SPURIOUS_VECTOR) {
            return;
        }
        int line = vector - FIRST_LINE;
        Interrupts.mask(line);
        LocalApic.endOfInterrupt();
        if (vector == LocalApic.TIMER_VECTOR) {
            handler.timer();
        } else if (vector == LocalApic.FAULT_VECTOR) {
            DeviceFaults.deliver(handler);
        } else if (vector >= FIRST_MESSAGE) {
            handler.message(vector - FIRST_MESSAGE);
        } else if (line < Interrupts.lines()) {
            handler.interrupt(line);
        }
    }

    /** An exception of the running program. @param faultAddress counts for page faults only */
    @EntryPoint("peaberry_exception")
    static void exception(int vector, long errorCode, long faultAddress, UserContext registers) {
        registers.settle();
        if (vector == PAGE_FAULT) {
            handler.fault(FaultKind.PAGE_FAULT, faultAddress, errorCode);
        } else if (vector == INVALID_OPCODE) {
            invalidOpcode(TrapSite.of(registers.instructionPointer()));
        } else if (vector != NO_DEVICE || !contextSwitch.admitVectors(registers)) {
            handler.fault(FaultKind.PROCESSOR_EXCEPTION, vector, errorCode);
        }
    }

    private static void invalidOpcode(int site) {
        if (site == TrapSite.NONE) {
            handler.fault(FaultKind.ILLEGAL_INSTRUCTION, 0, 0);
        } else {
            handler.fault(FaultKind.JAVA_TRAP, JavaTrap.of(TrapSite.ordinal(site)).ordinal(), 0);
        }
    }

    /** An exception of the kernel itself, or one that cannot be survived. Does not return. */
    @EntryPoint("peaberry_panic")
    static void panic(int vector, long errorCode, long faultAddress, UserContext registers) {
        Panic.report(vector, errorCode, faultAddress, registers);
        PanicConsole.die();
    }
}
