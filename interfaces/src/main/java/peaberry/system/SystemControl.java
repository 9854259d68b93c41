package peaberry.system;

import peaberry.abi.CapabilityType;
import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Rights;
import peaberry.abi.Size;
import peaberry.abi.ThreadState;
import peaberry.runtime.Text;

/** What the root process tells those who may ask it. A process is named by its number, from 0, which {@link #find} tells. */
@Interface(outcomes = SystemControl.Outcome.class)
public interface SystemControl {

    /** The most bytes of a process's name. */
    int MAX_NAME = 24;
    /** The most bytes of what is said about something. */
    int MAX_TEXT = 192;
    /** The greatest exit status. */
    int MAX_STATUS = 99;

    /** The number of the process of that name; {@link Outcome#NOT_FOUND} if there is none. */
    @Idempotent
    int find(@Size(MAX_NAME) Text name);

    /** The number of the process that asks. */
    @Idempotent
    int self();

    /** How a process is; {@link Outcome#NOT_FOUND} if there is none of that number. */
    @Idempotent
    ProcessStatus process(int number);

    /** The first capability that a process holds, from a slot on; {@link Outcome#NOT_FOUND} if there is no further one. */
    @Idempotent
    HeldCapability capability(int number, int firstSlot);

    /** Where a process's code and data are; {@link Outcome#NOT_FOUND} on the hosted machine, where they are elsewhere. */
    @Idempotent
    ProgramText program(int number);

    /** Which PCI function a process drives; {@link Outcome#NOT_FOUND} if it has none now. */
    @Idempotent
    Driven driven(int number);

    /** How memory is used. */
    @Idempotent
    Memory memory();

    /** How long the system runs. */
    @Idempotent
    Uptime uptime();

    /** Switches the machine off. Not answered, unless that is not possible: {@link Outcome#FAILED}. */
    void shutdown(@Range(max = MAX_STATUS) int status);

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** There is no process or capability of that name or number. */
        NOT_FOUND,
        /** It was tried and did not work. */
        FAILED
    }

    /**
     * @param stopped        there is no thread, because the process could not be started or was given up: the state says nothing then
     * @param processorTicks of processor time used since it was started last
     * @param restarts       how often it was made anew since root runs
     */
    record ProcessStatus(boolean stopped, ThreadState state, int priority, long processorTicks, long memoryBytes, long memoryUsed, long restarts,
            @Size(MAX_NAME) Text name) {
    }

    /**
     * @param detail  its meaning depends on the type, see {@code Invocation.CNODE_INSPECT}; so does that of {@code secondDetail}
     * @param purpose what it is for, in root's words; may be empty
     */
    record HeldCapability(int slot, CapabilityType type, Rights rights, long badge, long detail, long secondDetail,
            @Size(MAX_NAME) Text purpose) {
    }

    /**
     * @param start     address of the code
     * @param bytes     how long it is
     * @param dataStart address of what the program may write, from its image on; 0 if there is nothing
     * @param dataBytes how long that is
     */
    record ProgramText(long start, long bytes, long dataStart, long dataBytes) {
    }

    /** @param function the bus times 256, the device times 8, and the function @param confined whether an IOMMU keeps it from memory that is not its own */
    record Driven(@Range(max = 0xFFFF) int function, boolean confined) {
    }

    /** All in bytes: in the machine; of kernel, boot archive and root; given to processes; given to nobody yet. */
    record Memory(long total, long system, long processes, long free) {
    }

    /** @param ticks since boot */
    record Uptime(long ticks, @Range(min = 1, max = Long.MAX_VALUE) long ticksPerMicrosecond) {
    }
}
