package peaberry.bench;

import peaberry.abi.Tag;
import peaberry.runtime.Capability;
import peaberry.runtime.ProgramSlots;
import peaberry.runtime.SystemCalls;

/** The other side of the message measurement: answers every message at once with an empty one. */
final class Echo {

    private Echo() {
    }

    /** Does not return. */
    static void run() {
        Capability endpoint = Capability.at(ProgramSlots.SERVICE);
        Capability reply = Capability.at(ProgramSlots.FIRST_REPLY);
        SystemCalls.receive(endpoint, reply);
        for (;;) {
            SystemCalls.replyReceiveWithoutWords(endpoint, reply, Tag.of(0, 0));
        }
    }
}
