package peaberry.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Register;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;

/** Reading and writing the registers of threads that stand still. What is in them {@code UserContextTest} of each machine knows. */
class RegisterTest {

    private static final int POINTER = Register.INSTRUCTION_POINTER.ordinal();
    private static final long[] NO_REGISTERS = {-1, Register.FLAGS.ordinal() + 1, Long.MIN_VALUE, 1L << 32};

    private final TestKernel kernel = TestKernel.booted();
    private final Tcb root = kernel.current();
    private final int thread = kernel.peer();
    private final Tcb tcb = kernel.tcb(thread);

    @AfterEach
    void invariantsHold() {
        kernel.check();
    }

    private long read(Register register) {
        kernel.perform(thread, Invocation.TCB_READ_REGISTER, register.ordinal());
        return kernel.message.word0;
    }

    private KernelError write(long number, long value) {
        return kernel.invoke(thread, Invocation.TCB_WRITE_REGISTER, number, value);
    }

    private void fault() {
        kernel.switchTo(tcb);
        kernel.systemCalls.fault(FaultKind.PAGE_FAULT, 0, 4);
        assertSame(root, kernel.current());
        assertEquals(ThreadState.FAULTED, tcb.state);
    }

    @Test
    void registersOfAThreadThatIsReadyAreRead() {
        assertEquals(ThreadState.READY, tcb.state);
        assertEquals(UserLayout.PROGRAM, read(Register.INSTRUCTION_POINTER));
        assertEquals(UserLayout.STACK_TOP, read(Register.RSP));
    }

    @Test
    void registersOfAThreadThatWaitsAreRead() {
        int notification = kernel.make(ObjectType.NOTIFICATION);
        kernel.switchTo(tcb);
        kernel.await(notification);
        assertEquals(ThreadState.WAITING, tcb.state);
        assertEquals(UserLayout.PROGRAM, read(Register.INSTRUCTION_POINTER));
    }

    @Test
    void registersOfASuspendedAndOfAFaultedThreadAreRead() {
        fault();
        assertEquals(UserLayout.PROGRAM, read(Register.INSTRUCTION_POINTER));
        kernel.perform(thread, Invocation.TCB_SUSPEND);
        assertEquals(UserLayout.PROGRAM, read(Register.INSTRUCTION_POINTER));
    }

    @Test
    void everyRegisterCanBeAskedFor() {
        for (Register register : Register.values()) {
            read(register);
        }
    }

    @Test
    void callersOwnRegistersAreRefused() {
        assertEquals(KernelError.ILLEGAL_OPERATION, kernel.invoke(TestKernel.ROOT_TCB, Invocation.TCB_READ_REGISTER, POINTER));
        assertEquals(KernelError.ILLEGAL_OPERATION,
                kernel.invoke(TestKernel.ROOT_TCB, Invocation.TCB_WRITE_REGISTER, POINTER, UserLayout.PROGRAM));
    }

    @Test
    void registersThatThereAreNotAreRefused() {
        kernel.perform(thread, Invocation.TCB_SUSPEND);
        for (long number : NO_REGISTERS) {
            assertEquals(KernelError.RANGE_ERROR, kernel.invoke(thread, Invocation.TCB_READ_REGISTER, number));
            assertEquals(KernelError.RANGE_ERROR, write(number, 0));
        }
    }

    @Test
    void faultedThreadGoesOnAtTheInstructionThatWasWritten() {
        fault();
        assertEquals(KernelError.NONE, write(POINTER, UserLayout.PROGRAM + 16));
        assertEquals(UserLayout.PROGRAM + 16, read(Register.INSTRUCTION_POINTER));
        kernel.perform(thread, Invocation.TCB_RESUME);
        assertEquals(ThreadState.READY, tcb.state);
        assertEquals(UserLayout.PROGRAM + 16, tcb.context.instructionPointer());
    }

    @Test
    void instructionPointerThatNoProgramCanHaveIsRefused() {
        fault();
        for (long address : new long[] {-1, Long.MIN_VALUE, UserLayout.LIMIT, 1L << 47}) {
            assertEquals(KernelError.RANGE_ERROR, write(POINTER, address));
        }
        assertEquals(UserLayout.PROGRAM, read(Register.INSTRUCTION_POINTER));
        assertEquals(KernelError.NONE, write(POINTER, UserLayout.LIMIT - 1));
    }

    @Test
    void anyOtherRegisterTakesAnyValue() {
        fault();
        for (Register register : Register.values()) {
            if (register.ordinal() < POINTER) {
                assertEquals(KernelError.NONE, write(register.ordinal(), -1));
            }
        }
        assertEquals(UserLayout.PROGRAM, read(Register.INSTRUCTION_POINTER));
    }

    @Test
    void nobodyWritesFlags() {
        fault();
        assertEquals(KernelError.INVALID_ARGUMENT, write(Register.FLAGS.ordinal(), 2));
    }

    @Test
    void onlySuspendedAndFaultedThreadsAreWrittenTo() {
        assertEquals(KernelError.ILLEGAL_OPERATION, write(POINTER, UserLayout.PROGRAM));
        int notification = kernel.make(ObjectType.NOTIFICATION);
        kernel.switchTo(tcb);
        kernel.await(notification);
        assertEquals(KernelError.ILLEGAL_OPERATION, write(POINTER, UserLayout.PROGRAM));
        kernel.perform(thread, Invocation.TCB_SUSPEND);
        assertEquals(KernelError.NONE, write(POINTER, UserLayout.PROGRAM));
    }
}
