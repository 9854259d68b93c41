package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.SystemCallNumber;

/**
 * Something that happens to a kernel while it is explored: a system call of the running thread, or what the machine does.
 *
 * @param name       in a few words
 * @param number     of the system call, or what {@code kind} says
 * @param isMessage  whether the registers hold a message for another thread, which is numbered when it is sent
 * @param attached   how many capabilities travel with that message
 */
record Event(String name, Kind kind, long number, long capability, long reply, int label, boolean isMessage, int attached, long... words) {

    enum Kind {
        /** The running thread enters the kernel. */
        SYSTEM_CALL,
        /** The same, while the interrupt line {@link Event#INTERRUPTING_LINE} has something pending; it is delivered afterwards. */
        INTERRUPTED_CALL,
        /** A device raises the line {@code number}. */
        INTERRUPT,
        /** The armed time passes. */
        TIMER,
        /** The running thread does something that it may not. */
        FAULT
    }

    static final int INTERRUPTING_LINE = 15;

    static Event call(String name, long number, long capability, long reply) {
        return new Event(name, Kind.SYSTEM_CALL, number, capability, reply, 0, false, 0);
    }

    static Event message(String name, long number, long capability, long reply) {
        return new Event(name, Kind.SYSTEM_CALL, number, capability, reply, 0, true, 0);
    }

    static Event invoke(long capability, Invocation operation, long... words) {
        return new Event(operation + " of " + capability + java.util.Arrays.toString(words), Kind.SYSTEM_CALL, SystemCallNumber.CALL,
                capability, 0, operation.ordinal(), false, 0, words);
    }

    static Event interrupt(int line) {
        return new Event("interrupt " + line, Kind.INTERRUPT, line, 0, 0, 0, false, 0);
    }

    static Event timer() {
        return new Event("timer", Kind.TIMER, 0, 0, 0, 0, false, 0);
    }

    static Event fault() {
        return new Event("fault", Kind.FAULT, 0, 0, 0, 0, false, 0);
    }

    /** The same message with a capability. */
    Event withCapability() {
        return new Event(name + ", with a capability", kind, number, capability, reply, label, isMessage, 1, words);
    }

    /** The same system call while an interrupt is pending. */
    Event interrupted() {
        return new Event(name + ", interrupted", Kind.INTERRUPTED_CALL, number, capability, reply, label, isMessage, attached, words);
    }
}
