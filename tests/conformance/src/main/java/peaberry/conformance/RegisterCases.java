package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Register;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.runtime.Message;

/** Reading and writing the registers of a thread that stands still. */
final class RegisterCases {

    private static final String OBJECT = "Tcb";
    private static final int GENERAL_REGISTERS = 16;
    private static final int UD2_BYTES = 2;
    private static final long VALUE = 0x7EAB_E221L;
    /** No register may have the same in it as another: each has this and its number. */
    private static final long LOADED = 0x1234_5678_9ABC_DE00L;
    private static final long WRITTEN = 0xFEDC_BA98_7654_3200L;
    /** CF, PF, AF, ZF, SF, IF, OF, and the bit that is always set: SDM volume 1, 3.4.3. */
    private static final int FLAGS = 0xAD7;
    /** A processor sets RF in what it saves at a fault (SDM volume 3, 18.3.1.1), an emulator perhaps not. */
    private static final long RESUME_FLAG = 1 << 16;
    private static final long COUNT_INSTRUCTION_BYTES = 7;

    /** Loads all registers and flags, and fails. */
    private static final byte[] LOAD_ALL = loadAll();
    /** Fails twice. */
    private static final byte[] FAIL_TWICE = MachineCode.of("0F 0B 0F 0B");     // ud2; ud2

    /** What a system call loses, in the order in which {@link #WAIT} notes it. */
    private static final Register[] LOST = {Register.RAX, Register.RCX, Register.R11, Register.R14, Register.R15};
    /** Waits for the notification in the second operand of the step, and notes what is then in the registers that this loses. */
    private static final byte[] WAIT = new MachineCode().load(MachineCode.RDI, ActorCode.SECOND)
            .immediate(MachineCode.R14, VALUE).immediate(MachineCode.R15, VALUE)
            .immediate(MachineCode.RAX, SystemCallNumber.WAIT).raw("0F 05") // syscall
            .store(MachineCode.RAX, noteOf(0)).store(MachineCode.RCX, noteOf(1)).store(MachineCode.R11, noteOf(2))
            .store(MachineCode.R14, noteOf(3)).store(MachineCode.R15, noteOf(4))
            .raw("C3").toBytes();                                           // ret

    static final Case[] ALL = {
        new Case(OBJECT, "allRegistersOfAFaultedThreadAreRead", RegisterCases::allRegistersOfAFaultedThreadAreRead),
        new Case(OBJECT, "whatAWaitingThreadWillFindIsRead", RegisterCases::whatAWaitingThreadWillFindIsRead),
        new Case(OBJECT, "theRegistersOfAThreadThatWasInterruptedAreRead", RegisterCases::theRegistersOfAThreadThatWasInterruptedAreRead),
        new Case(OBJECT, "readRegisterRefusesTheCaller", RegisterCases::readRegisterRefusesTheCaller),
        new Case(OBJECT, "readRegisterRefusesANumberThatIsNone", RegisterCases::readRegisterRefusesANumberThatIsNone),
        new Case(OBJECT, "aFaultedThreadGoesOnWithWhatWasWritten", RegisterCases::aFaultedThreadGoesOnWithWhatWasWritten),
        new Case(OBJECT, "aSuspendedThreadFindsWhatWasWritten", RegisterCases::aSuspendedThreadFindsWhatWasWritten),
        new Case(OBJECT, "writeRegisterRefusesARunningThread", RegisterCases::writeRegisterRefusesARunningThread),
        new Case(OBJECT, "writeRegisterRefusesANumberThatIsNone", RegisterCases::writeRegisterRefusesANumberThatIsNone),
        new Case(OBJECT, "writeRegisterRefusesTheFlags", RegisterCases::writeRegisterRefusesTheFlags),
        new Case(OBJECT, "writeRegisterRefusesAnInstructionOfTheKernel", RegisterCases::writeRegisterRefusesAnInstructionOfTheKernel),
    };

    private RegisterCases() {
    }

    private static byte[] loadAll() {
        MachineCode code = new MachineCode().raw("68").number(FLAGS).raw("9D");     // push $FLAGS; popf
        for (int register = 0; register < GENERAL_REGISTERS; register++) {
            code.immediate(register, LOADED + register);
        }
        return code.raw("0F 0B").toBytes();                                         // ud2
    }

    private static int noteOf(int index) {
        return ActorCode.WORD_RESULTS + Long.BYTES * index;
    }

    private static KernelError read(int thread, long number) {
        return Kernel.call(thread, Invocation.TCB_READ_REGISTER, number);
    }

    private static KernelError write(int thread, long number, long value) {
        return Kernel.call(thread, Invocation.TCB_WRITE_REGISTER, number, value);
    }

    /** A register of a thread that stands still. */
    private static long valueOf(Actor actor, Register register) {
        Check.done(read(actor.thread(), register.ordinal()), register.name());
        return Message.word(0);
    }

    private static void checkRegister(long expected, Actor actor, Register register) {
        Check.equal(expected, valueOf(actor, register), register.name());
    }

    private static void checkGeneralRegisters(long expected, Actor actor) {
        for (int number = 0; number < GENERAL_REGISTERS; number++) {
            checkRegister(expected + number, actor, Register.of(number));
        }
    }

    /** An actor that has failed in code of its own. */
    private static Actor failedAt(long code, Actor actor) {
        actor.execute(code);
        actor.start();
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
        return actor;
    }

    private static void allRegistersOfAFaultedThreadAreRead() {
        Actor actor = Actor.alone();
        long code = actor.install(LOAD_ALL);
        failedAt(code, actor);
        checkGeneralRegisters(LOADED, actor);
        checkRegister(code + LOAD_ALL.length - UD2_BYTES, actor, Register.INSTRUCTION_POINTER);
        Check.equal(FLAGS, valueOf(actor, Register.FLAGS) & ~RESUME_FLAG, Register.FLAGS.name());
    }

    /** An actor that waits in step 0, and again in step 1. */
    private static Actor waitsTwice(int notification) {
        Actor actor = Actor.alone();
        long code = actor.install(WAIT);
        actor.add(ActorCode.EXECUTE, code, notification);
        actor.add(ActorCode.EXECUTE, code, notification);
        actor.start();
        Actor.letAllRun();
        return actor;
    }

    private static void whatAWaitingThreadWillFindIsRead() {
        int notification = Fresh.notification();
        Actor actor = waitsTwice(notification);
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.state(ThreadState.WAITING, actor, "the state");
        for (int i = 0; i < LOST.length; i++) {
            checkRegister(actor.word(0, i), actor, LOST[i]);
        }
        checkRegister(notification, actor, Register.RDI);
        Notifier.signal(notification);
        Actor.letAllRun();
        for (int i = 0; i < LOST.length; i++) {
            Check.equal(actor.word(0, i), actor.word(1, i), "what the thread found after it was looked at");
        }
    }

    private static void theRegistersOfAThreadThatWasInterruptedAreRead() {
        Actor actor = Actor.alone();
        actor.count();
        actor.start();
        Actor.letTimePass(1_000);
        Check.state(ThreadState.READY, actor, "the state");
        checkRegister(actor.page(), actor, Register.RBP);
        long offset = valueOf(actor, Register.INSTRUCTION_POINTER) - ActorCode.COUNT;
        Check.that(offset == 0 || offset == COUNT_INSTRUCTION_BYTES, "that it is at one of the two instructions that count");
    }

    private static void readRegisterRefusesTheCaller() {
        Check.error(KernelError.ILLEGAL_OPERATION, read(Own.thread(), Register.RAX.ordinal()), "the suite's own");
    }

    private static void readRegisterRefusesANumberThatIsNone() {
        int thread = Fresh.thread();
        Check.error(KernelError.RANGE_ERROR, read(thread, Register.FLAGS.ordinal() + 1), "the number behind the last");
        Check.error(KernelError.RANGE_ERROR, read(thread, -1), "a negative number");
        Check.error(KernelError.RANGE_ERROR, read(thread, 1L << 32), "a number whose low bits are one");
    }

    private static void aFaultedThreadGoesOnWithWhatWasWritten() {
        Actor actor = Actor.alone();
        long code = actor.install(FAIL_TWICE);
        failedAt(code, actor);
        for (int number = 0; number < GENERAL_REGISTERS; number++) {
            Check.done(write(actor.thread(), number, WRITTEN + number), "writing a register");
        }
        Check.done(write(actor.thread(), Register.INSTRUCTION_POINTER.ordinal(), code + UD2_BYTES), "writing the instruction pointer");
        Check.done(actor.resume(), "resuming");
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state after the second failure");
        checkGeneralRegisters(WRITTEN, actor);
        checkRegister(code + UD2_BYTES, actor, Register.INSTRUCTION_POINTER);
    }

    private static void aSuspendedThreadFindsWhatWasWritten() {
        int notification = Fresh.notification();
        Actor actor = waitsTwice(notification);
        Notifier.signal(notification);
        Actor.letAllRun();
        Check.done(actor.suspend(), "suspending");
        Check.done(write(actor.thread(), Register.R15.ordinal(), VALUE), "writing a register that a system call loses");
        Check.done(actor.resume(), "resuming");
        Actor.letAllRun();
        int last = LOST.length - 1;
        Check.equal(VALUE, actor.word(1, last), "what was written");
        for (int i = 0; i < last; i++) {
            Check.equal(actor.word(0, i), actor.word(1, i), "what was not written");
        }
    }

    private static void writeRegisterRefusesARunningThread() {
        int notification = Fresh.notification();
        Actor actor = waitsTwice(notification);
        Check.error(KernelError.ILLEGAL_OPERATION, write(actor.thread(), Register.RAX.ordinal(), 0), "a thread that waits");
        Notifier.signal(notification);
        Check.state(ThreadState.READY, actor, "the state");
        Check.error(KernelError.ILLEGAL_OPERATION, write(actor.thread(), Register.RAX.ordinal(), 0), "a thread that is ready");
        Check.error(KernelError.ILLEGAL_OPERATION, write(Own.thread(), Register.RAX.ordinal(), 0), "the suite's own");
    }

    private static void writeRegisterRefusesANumberThatIsNone() {
        int thread = Fresh.thread();
        Check.error(KernelError.RANGE_ERROR, write(thread, Register.FLAGS.ordinal() + 1, 0), "the number behind the last");
        Check.error(KernelError.RANGE_ERROR, write(thread, -1, 0), "a negative number");
        Check.error(KernelError.RANGE_ERROR, write(thread, 1L << 32, 0), "a number whose low bits are one");
    }

    private static void writeRegisterRefusesTheFlags() {
        Check.error(KernelError.INVALID_ARGUMENT, write(Fresh.thread(), Register.FLAGS.ordinal(), FLAGS), "writing them");
    }

    private static void writeRegisterRefusesAnInstructionOfTheKernel() {
        int thread = Fresh.thread();
        int number = Register.INSTRUCTION_POINTER.ordinal();
        Check.error(KernelError.RANGE_ERROR, write(thread, number, UserLayout.LIMIT), "the first address that is none");
        Check.error(KernelError.RANGE_ERROR, write(thread, number, Long.MIN_VALUE), "an address between the halves");
        Check.error(KernelError.RANGE_ERROR, write(thread, number, -1), "the last address of all");
        Check.done(write(thread, number, UserLayout.LIMIT - 1), "the last that a program can have");
    }
}
