package peaberry.pci;

import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;
import peaberry.bus.PciBus.Outcome;
import peaberry.runtime.Capability;
import peaberry.runtime.SystemCalls;

/**
 * How the server sleeps over a request, or over what one before it left undone: it listens at its door, and tells whoever comes that it is busy, after a
 * while, so that who then asks again and again does not keep everybody awake. The request's caller waits on.
 */
class Nap {

    /** How many reply objects the server's message loop may use: another one is for those who come meanwhile. */
    static final int OTHER_REPLIES = 1;

    private static final Capability DOOR = Capability.at(ProgramSlots.SERVICE);
    private static final Capability VISITOR = Capability.at(ProgramSlots.FIRST_REPLY + OTHER_REPLIES);

    /** Sleeps. @return whether for so long, and not less because somebody came */
    boolean take(long microseconds) {
        Tag message = SystemCalls.receive(DOOR, VISITOR, Timeout.of(microseconds));
        if (message.failed()) {
            return KernelError.of(message.label()) == KernelError.TIMED_OUT;
        }
        SystemCalls.receive(DOOR, Capability.NONE, Timeout.of(microseconds));
        SystemCalls.send(VISITOR, Tag.of(Outcome.BUSY.ordinal(), 0));
        return false;
    }
}
