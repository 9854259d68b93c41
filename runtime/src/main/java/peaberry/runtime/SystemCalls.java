package peaberry.runtime;

import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.SystemCall;
import peaberry.machine.Trusted;

/**
 * The system calls, one method each. Words of the message are set and read through {@link Message}; each call
 * that carries a message overwrites all of them. A capability that is missing or of the wrong kind is answered by a failed tag, never by harm.
 */
@Trusted
public final class SystemCalls {

    static final MessageRegisters REGISTERS = new MessageRegisters();

    private SystemCalls() {
    }

    /** Enters the kernel and leaves it again. */
    public static void nothing() {
        SystemCall.trap(SystemCallNumber.NULL);
    }

    /** Sends to an endpoint and waits for the answer, or invokes a kernel object. @return the answer's tag */
    public static Tag call(Capability target, Tag request) {
        REGISTERS.tag = request.bits();
        SystemCall.trap(SystemCallNumber.CALL, target.slot(), 0, REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** As {@link #call}, but waits not for ever: {@code TIMED_OUT} then. */
    public static Tag call(Capability target, Tag request, Timeout limit) {
        REGISTERS.tag = request.bits();
        SystemCall.trap(limit.applyTo(SystemCallNumber.CALL), target.slot(), 0, REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** As {@link #call}, for a request of at most four words, and an answer of which at most four are wanted. */
    public static Tag callWithFourWords(Capability target, Tag request) {
        REGISTERS.tag = request.bits();
        SystemCall.trapWithFourWords(SystemCallNumber.CALL, target.slot(), 0, REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** As {@link #call}, for a request without words, and an answer of which none is wanted. */
    public static Tag callWithoutWords(Capability target, Tag request) {
        REGISTERS.tag = request.bits();
        SystemCall.trapWithoutWords(SystemCallNumber.CALL, target.slot(), 0, REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /**
     * Waits for a message on an endpoint, or for a signal of the notification bound to this thread.
     *
     * @param reply an empty reply object, which holds the caller until it is answered
     * @return the message's tag; {@link Message#badge()} says who sent it
     */
    public static Tag receive(Capability endpoint, Capability reply) {
        REGISTERS.tag = 0;
        SystemCall.trap(SystemCallNumber.RECEIVE, endpoint.slot(), reply.slot(), REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** As {@link #receive}, but not for ever. */
    public static Tag receive(Capability endpoint, Capability reply, Timeout limit) {
        REGISTERS.tag = 0;
        SystemCall.trap(limit.applyTo(SystemCallNumber.RECEIVE), endpoint.slot(), reply.slot(), REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** Answers the caller that {@code reply} holds, if any, then receives as {@link #receive}. */
    public static Tag replyReceive(Capability endpoint, Capability reply, Tag answer) {
        REGISTERS.tag = answer.bits();
        SystemCall.trap(SystemCallNumber.REPLY_RECEIVE, endpoint.slot(), reply.slot(), REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** As {@link #replyReceive}, but receives not for ever. */
    public static Tag replyReceive(Capability endpoint, Capability reply, Tag answer, Timeout limit) {
        REGISTERS.tag = answer.bits();
        SystemCall.trap(limit.applyTo(SystemCallNumber.REPLY_RECEIVE), endpoint.slot(), reply.slot(), REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** As {@link #replyReceive}, where neither the answer nor the next request has more than four words that count. */
    public static Tag replyReceiveWithFourWords(Capability endpoint, Capability reply, Tag answer) {
        REGISTERS.tag = answer.bits();
        SystemCall.trapWithFourWords(SystemCallNumber.REPLY_RECEIVE, endpoint.slot(), reply.slot(), REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** As {@link #replyReceive}, where neither the answer nor the next request has words that count. */
    public static Tag replyReceiveWithoutWords(Capability endpoint, Capability reply, Tag answer) {
        REGISTERS.tag = answer.bits();
        SystemCall.trapWithoutWords(SystemCallNumber.REPLY_RECEIVE, endpoint.slot(), reply.slot(), REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** Sends to an endpoint and waits until it is taken, or answers the caller that a reply object holds. */
    public static Tag send(Capability target, Tag message) {
        REGISTERS.tag = message.bits();
        SystemCall.trap(SystemCallNumber.SEND, target.slot(), 0, REGISTERS);
        return new Tag(REGISTERS.tag);
    }

    /** Signals a notification; never waits. */
    public static void signal(Capability notification) {
        REGISTERS.tag = 0;
        SystemCall.trap(SystemCallNumber.SIGNAL, notification.slot(), 0, REGISTERS);
    }

    /** Waits until a notification is signalled. @return the badges of the signals, or-ed */
    public static long await(Capability notification) {
        REGISTERS.tag = 0;
        SystemCall.trap(SystemCallNumber.WAIT, notification.slot(), 0, REGISTERS);
        return REGISTERS.badge;
    }

    /** As {@link #await}, but not for ever. @return 0 if nothing was signalled until then */
    public static long await(Capability notification, Timeout limit) {
        REGISTERS.tag = 0;
        SystemCall.trap(limit.applyTo(SystemCallNumber.WAIT), notification.slot(), 0, REGISTERS);
        return REGISTERS.badge;
    }

    /** Takes what was signalled, without waiting. @return the badges of the signals, or-ed; 0 if there are none */
    public static long poll(Capability notification) {
        REGISTERS.tag = 0;
        SystemCall.trap(SystemCallNumber.POLL, notification.slot(), 0, REGISTERS);
        return REGISTERS.badge;
    }

    /** Lets the other threads of this priority run first. */
    public static void yieldProcessor() {
        SystemCall.trap(SystemCallNumber.YIELD);
    }
}
