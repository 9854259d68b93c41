package peaberry.tracer;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;
import peaberry.runtime.Answer;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Dispatcher;
import peaberry.runtime.Grants;
import peaberry.runtime.Message;
import peaberry.runtime.OwnPages;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Time;
import peaberry.runtime.UntypedMemory;
import peaberry.system.Tracing;

/**
 * Hands requests on to the server, and answers to the client, as they are. A call that the kernel ended has no answer, and nobody but the kernel can say so: the object that holds the
 * caller is destroyed, by which the kernel ends the caller's call in the same way. While the server works the tracer waits, as the client does.
 */
final class Forwarder extends Dispatcher {

    /** A server that does not answer for so long ends the trace: its client waits again by itself, as long as it wants to. */
    private static final Timeout PATIENCE = Timeout.of(Tracing.PATIENCE);
    private static final Capability CALLER = Capability.at(ProgramSlots.FIRST_REPLY);

    private final Standing standing;
    private final Ring ring;
    private CNode table = CNode.at(Capability.NONE.slot());
    private UntypedMemory objects = UntypedMemory.at(Capability.NONE.slot());
    /** Of slots for what comes with an answer. */
    private int firstSlot;

    Forwarder(Standing standing, Ring ring) {
        this.standing = standing;
        this.ring = ring;
    }

    /** Takes what it was given, and makes what holds callers from its own memory. */
    void open() {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        objects = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        firstSlot = OwnPages.takeSlots(Tag.MAX_CAPABILITIES);
        table.delete(CALLER.slot());
        dropCaller();
    }

    @Override
    protected Answer request(Tag request) {
        Answer outcome = epoch() == standing.number() ? outcome(hand(request, Time.ticks())) : drop();
        standing.endIfUnread(Time.ticks()); // not before: who asks root has no message any more
        return outcome;
    }

    private Answer outcome(Tag answer) {
        if (!answer.failed()) {
            return deliver(answer) ? Answer.NONE : Answer.INVALID;
        }
        if (answer.label() == KernelError.TIMED_OUT.ordinal()) {
            standing.end();
        }
        return drop();
    }

    private Tag hand(Tag request, long now) {
        if (standing.isOn()) {
            ring.begin(now - standing.began(), request);
        }
        for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
            Message.attach(i, Capability.at(arrived(i)));
            Message.expect(i, Capability.at(firstSlot + i));
        }
        Tag answer = SystemCalls.call(standing.server(), request, PATIENCE);
        Message.expect(0, Capability.NONE);
        if (standing.isOn()) {
            ring.complete(Time.ticks() - standing.began(), answer);
        }
        return answer;
    }

    /** @return false if a capability of the answer is gone meanwhile, so that the request came to nothing */
    private boolean deliver(Tag answer) {
        for (int i = 0; i < answer.capabilities(); i++) {
            Message.attach(i, Capability.at(firstSlot + i));
        }
        boolean isDelivered = !SystemCalls.send(CALLER, answer).failed();
        for (int i = 0; i < answer.capabilities(); i++) {
            table.delete((long) firstSlot + i);
        }
        return isDelivered;
    }

    private Answer drop() {
        dropCaller();
        return Answer.NONE;
    }

    private void dropCaller() {
        table.revoke(objects.slot());
        if (objects.retype(ObjectType.REPLY, 0, table, CALLER.slot(), 1) != KernelError.NONE) {
            throw new IllegalStateException("there is no room for a caller");
        }
    }
}
