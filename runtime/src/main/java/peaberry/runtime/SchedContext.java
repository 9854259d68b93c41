package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * The right to use the processor: a budget in each period, in one partition. A thread runs only on a scheduling
 * context. It may have one of its own; while it serves a call it runs on the caller's, which the call lends until it is
 * answered.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record SchedContext(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.SCHED_CONTEXT;

    public static SchedContext at(int slot) {
        return new SchedContext(slot);
    }

    /**
     * Makes the context a thread's own. A thread that waited for one goes on.
     *
     * @param thread the thread
     */
    public KernelError bind(ThreadControl thread) {
        return Invoke.with(Capability.at(slot), Invocation.SCHED_CONTEXT_BIND, thread.slot());
    }

    /**
     * Makes the context nobody's own. A thread that ran on it stops until it has another one; who borrowed it goes on.
     */
    public KernelError unbind() {
        return Invoke.with(Capability.at(slot), Invocation.SCHED_CONTEXT_UNBIND);
    }

    /** Tells how much processor time was used on the context. */
    public KernelError usage() {
        return Invoke.with(Capability.at(slot), Invocation.SCHED_CONTEXT_USAGE);
    }

    /** Of the {@link #usage} just made: of processor time used. */
    public static long usageTicks() {
        return Message.word(0);
    }
}
