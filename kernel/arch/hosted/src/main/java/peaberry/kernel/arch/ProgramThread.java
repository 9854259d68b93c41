package peaberry.kernel.arch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.concurrent.Semaphore;
import peaberry.abi.FaultKind;
import peaberry.abi.JavaTrap;
import peaberry.abi.UserLayout;
import peaberry.machine.simulated.ComponentLoader;
import peaberry.machine.simulated.SimulatedProgram;
import peaberry.machine.simulated.ThreadEnd;

/** The Java thread that plays the part of a program's thread. It runs only while it has the turn. */
final class ProgramThread extends Thread {

    /** Error code of a page fault on fetching an instruction in user mode, of a user's read and of a user's write. */
    private static final long FETCH = 0x14;
    private static final long READ = 4;
    private static final long WRITE = 6;
    private static final long WORD_BYTES = 8;

    private static final MethodType MAIN = MethodType.methodType(void.class, long.class);

    private final HostedProcessor processor;
    private final SimulatedProgram program;
    private final ComponentLoader loader;
    private final long startPointer;
    private final long argument;
    private final Semaphore turn = new Semaphore(0);
    private volatile boolean destroyed;
    /** Where the exception that ended the program was thrown; null as long as it runs. */
    private StackTraceElement[] failure;

    /** @param program null if there is none at {@code startPointer}: the thread fails when it starts */
    ProgramThread(HostedProcessor processor, SimulatedProgram program, ComponentLoader loader, long startPointer,
            long argument) {
        super(program == null ? "no program" : program.name());
        setDaemon(true);
        this.processor = processor;
        this.program = program;
        this.loader = loader;
        this.startPointer = startPointer;
        this.argument = argument;
    }

    @Override
    public void run() {
        try {
            awaitTurn();
            fail(runProgram());
        } catch (ThreadEnd end) {
            // The thread does not exist any more, or the machine is off.
        }
    }

    /** Lets the thread go on. */
    void giveTurn() {
        turn.release();
    }

    /** Waits until the thread may go on. */
    void awaitTurn() {
        turn.acquireUninterruptibly();
        if (isEnding()) {
            throw new ThreadEnd();
        }
    }

    /** Whether the thread does not exist any more or the machine is off. */
    boolean isEnding() {
        return destroyed || processor.isOff();
    }

    /** Unwinds the thread; if it is the calling one, when it has passed its turn on. */
    void destroy() {
        destroyed = true;
        if (this != Thread.currentThread()) {
            giveTurn();
            awaitEnd();
        }
    }

    /** Whether the thread lives on classes of this loader. */
    boolean uses(ComponentLoader other) {
        return loader == other && !destroyed && isAlive();
    }

    /** Returns when the thread has ended. */
    void awaitEnd() {
        boolean interrupted = false;
        while (isAlive()) {
            try {
                join();
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The address that stands for the line where the thread is; 0 if that is no line of the program. */
    long instructionPointer() {
        return program == null ? 0 : program.addressOf(failure == null ? getStackTrace() : failure);
    }

    /** Runs the program until it fails. */
    private Throwable runProgram() {
        if (program == null) {
            return null;
        }
        try {
            MethodHandle main = loader.method(program.mainClass(), "main", MAIN);
            main.invokeExact(argument);
            return new MatchException("main returned", null);
        } catch (ThreadEnd end) {
            throw end;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    /** Reports the failure; tried again, the program fails again. */
    private void fail(Throwable thrown) {
        failure = thrown == null ? new StackTraceElement[0] : thrown.getStackTrace();
        while (true) {
            switch (thrown) {
                case null -> processor.fault(FaultKind.PAGE_FAULT, startPointer, FETCH);
                case NullPointerException e -> processor.fault(FaultKind.PAGE_FAULT, 0, READ);
                case StackOverflowError e ->
                    processor.fault(FaultKind.PAGE_FAULT, UserLayout.STACK_BOTTOM - WORD_BYTES, WRITE);
                default -> processor.fault(FaultKind.JAVA_TRAP, trapOf(thrown).ordinal(), 0);
            }
        }
    }

    private static JavaTrap trapOf(Throwable thrown) {
        return switch (thrown) {
            case IndexOutOfBoundsException e -> JavaTrap.ARRAY_INDEX;
            case ClassCastException e -> JavaTrap.CLASS_CAST;
            case ArithmeticException e -> JavaTrap.DIVISION;
            case ArrayStoreException e -> JavaTrap.ARRAY_STORE;
            case AssertionError e -> JavaTrap.ASSERTION;
            case NegativeArraySizeException e -> JavaTrap.NEGATIVE_SIZE;
            case MatchException e -> JavaTrap.UNREACHABLE;
            default -> JavaTrap.THROW;
        };
    }
}
