package peaberry.kernel.arch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import peaberry.abi.FaultKind;
import peaberry.abi.ProgramImage;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.simulated.ComponentLoader;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.machine.simulated.SimulatedProcessor;
import peaberry.machine.simulated.SimulatedProgram;
import peaberry.machine.simulated.ThreadEnd;

/**
 * A processor made of Java threads. One of them runs at a time: whoever has the turn. The kernel runs on the thread
 * that trapped; on the way out that thread passes the turn to the one that the kernel resumed and waits for its own.
 *
 * <p>Interrupts and the timer are delivered when the kernel is left and while nobody runs: a program that never calls
 * the kernel is not preempted on this machine.
 *
 * <p>A unit test that starts no programs calls from a thread of its own. The kernel is then entered for whoever it
 * resumed last, and left without passing the turn or delivering interrupts, so the test sees every step.
 */
final class HostedProcessor implements SimulatedProcessor {

    /** Bits of a page fault's error code, as on the PC (Intel SDM volume 3, section 4.7). */
    private static final long ERROR_PRESENT = 1;
    private static final long ERROR_WRITE = 2;
    private static final long ERROR_USER = 4;

    /** Room that a trap demands on the Java stack, in recursions of {@link #probeStack}. */
    private static final int STACK_PROBES = 256;

    private record Space(long root, String program) {
    }

    private final SimulatedMachine machine;
    private final TrapHandler handler;
    private final Map<Space, ComponentLoader> loaders = new HashMap<>();
    /** Every thread that may be alive: one leaves only when it has ended for certain, so that the end can be awaited. */
    private final Set<ProgramThread> threads = ConcurrentHashMap.newKeySet();
    private UserContext running;
    private long runningRoot;

    HostedProcessor(SimulatedMachine machine, TrapHandler handler) {
        this.machine = machine;
        this.handler = handler;
    }

    static HostedProcessor current() {
        return (HostedProcessor) SimulatedMachine.current().processor();
    }

    /** Who runs when the kernel is left; nobody if null. */
    void resume(UserContext context, long root) {
        running = context;
        runningRoot = root;
    }

    /** The address space is a new one: its programs load their classes anew. */
    void forgetSpace(long root) {
        loaders.keySet().removeIf(space -> space.root == root);
    }

    /** A Java thread for a program that is at its start; it waits for its turn. */
    ProgramThread startThread(long startPointer, long argument, long root) {
        SimulatedProgram program = programAt(startPointer);
        ComponentLoader loader = program == null ? null : loader(new Space(root, program.name()), program);
        ProgramThread thread = new ProgramThread(this, program, loader, startPointer, argument);
        threads.removeIf(other -> other.getState() == Thread.State.TERMINATED);
        threads.add(thread);
        thread.start();
        return thread;
    }

    /**
     * The classes of a program in an address space, which its threads share. They are loaded anew for a thread that starts when none of them is alive: its
     * static fields are then as the program's image has them, as on the PC when somebody restores them.
     */
    private ComponentLoader loader(Space space, SimulatedProgram program) {
        ComponentLoader old = loaders.get(space);
        if (old == null || threads.stream().noneMatch(thread -> thread.uses(old))) {
            loaders.put(space, new ComponentLoader(program.name(), program.classPath()));
        }
        return loaders.get(space);
    }

    boolean isOff() {
        return machine.isOff();
    }

    @Override
    public long translate(long virtual, boolean write) {
        endIfEnding();
        long physical = reach(virtual, write);
        while (physical == 0) {
            long present = reach(virtual, false) != 0 ? ERROR_PRESENT : 0;
            fault(FaultKind.PAGE_FAULT, virtual, ERROR_USER | present | (write ? ERROR_WRITE : 0));
            physical = reach(virtual, write);
        }
        return physical;
    }

    private long reach(long virtual, boolean write) {
        return Translation.reach(PhysicalAddress.of(runningRoot), virtual, write).value();
    }

    @Override
    public void systemCall(long number, long capability, long reply, MessageRegisters message) {
        endIfEnding();
        probeStack(STACK_PROBES);
        UserContext caller = running;
        caller.enter(capability, reply, message);
        if (number == SystemCallNumber.CALL) {
            trap(handler::call);
        } else if (number == SystemCallNumber.REPLY_RECEIVE) {
            trap(handler::replyReceive);
        } else {
            trap(() -> handler.systemCall(number));
        }
        caller.leave(message);
    }

    /** The running thread failed; returns when it is to try again. */
    void fault(FaultKind kind, long detail, long errorCode) {
        probeStack(STACK_PROBES);
        trap(() -> handler.fault(kind, detail, errorCode));
        if (!(Thread.currentThread() instanceof ProgramThread)) {
            throw new IllegalStateException("a fault outside of programs: " + kind + " 0x" + Long.toHexString(detail));
        }
    }

    @Override
    public void runPrograms() {
        passTurn(null);
    }

    @Override
    public void forgotten(Object placed) {
        if (placed instanceof UserContext context) {
            if (context == running) {
                resume(null, 0);
            }
            context.end();
        }
    }

    @Override
    public void stopped() {
        for (ProgramThread thread : threads) {
            thread.giveTurn();
        }
    }

    @Override
    public void awaitEnd() {
        for (ProgramThread thread : threads) {
            thread.awaitEnd();
        }
    }

    private void trap(Runnable entry) {
        if (Thread.currentThread() instanceof ProgramThread thread) {
            enterKernel(entry);
            passTurn(thread);
        } else {
            entry.run();
        }
    }

    /** A thread that unwinds runs the program's finally blocks without having the turn; they can do nothing. */
    private static void endIfEnding() {
        if (Thread.currentThread() instanceof ProgramThread thread && thread.isEnding()) {
            throw new ThreadEnd();
        }
    }

    /** What escapes from the kernel is a kernel bug. */
    private void enterKernel(Runnable entry) {
        try {
            entry.run();
        } catch (ThreadEnd end) {
            throw end;
        } catch (RuntimeException | Error bug) {
            machine.reportPanic(bug);
            machine.powerOff(SimulatedMachine.PANIC_STATUS);
        }
    }

    /** Delivers what is pending, then gives the turn to whoever runs and waits for that of {@code self}, if it is one. */
    private void passTurn(ProgramThread self) {
        deliverInterrupts();
        ProgramThread next = running.thread(this, runningRoot);
        if (next == self) {
            return;
        }
        next.giveTurn();
        if (self != null) {
            self.awaitTurn();
        }
    }

    /** Returns when nothing is pending and somebody is to run. */
    private void deliverInterrupts() {
        while (true) {
            if (machine.isOff()) {
                throw new ThreadEnd();
            }
            int line = machine.interrupts().take();
            int message = machine.interrupts().takeMessage();
            enterKernel(() -> Iommu.deliverFaults(handler));
            if (message >= 0) {
                enterKernel(() -> handler.message(message));
            }
            if (line >= 0) {
                enterKernel(() -> handler.interrupt(line));
            } else if (machine.timer().takeExpiry()) {
                enterKernel(handler::timer);
            } else if (running != null) {
                return;
            } else {
                machine.flush();
                machine.interrupts().await(machine.timer().ticksLeft());
            }
        }
    }

    /** The program whose entry is at {@code address}, or null. */
    private SimulatedProgram programAt(long address) {
        long offset = address - UserLayout.PROGRAM;
        boolean entry = offset >= 0 && offset % ProgramImage.HOSTED_ENTRY_BYTES == 0;
        long index = offset / ProgramImage.HOSTED_ENTRY_BYTES;
        return entry && index < machine.programs().size() ? machine.programs().get((int) index) : null;
    }

    /**
     * Overflows the Java stack here, as the program's fault, rather than in the midst of the kernel, which has no
     * stack of its own on this machine.
     */
    private static int probeStack(int depth) {
        return depth == 0 ? 0 : 1 + probeStack(depth - 1);
    }
}
