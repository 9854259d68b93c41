package peaberry.conformance;

import peaberry.abi.KernelError;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** Signals from the suite itself, none of which waits. */
final class Notifier {

    private Notifier() {
    }

    static KernelError signal(int slot) {
        SystemCalls.signal(Capability.at(slot));
        return Message.errorOf(Message.tag());
    }

    /** Takes what was signalled. */
    static long poll(int slot) {
        return SystemCalls.poll(Capability.at(slot));
    }
}
