package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.kernel.arch.UserContext;

/**
 * The two system calls on which servers live, short: a call that finds its server waiting, and the answer to it when the
 * server has nothing else to do. Each checks that this is the whole story, changes nothing if it is not, and leaves the
 * rest to {@link SystemCalls}; what it does is exactly what {@link SystemCalls} would do.
 */
final class FastPath {

    private FastPath() {
    }

    /** @return whether the running thread's {@code CALL} is done */
    static boolean call(Processor processor) {
        Tcb caller = processor.current();
        UserContext message = caller.context;
        Slot target = caller.lookup(message.capability());
        if (target == null || target.type() != CapabilityType.ENDPOINT || !target.rights().include(Rights.WRITE)) {
            return false;
        }
        Tag tag = new Tag(message.tag());
        Endpoint endpoint = (Endpoint) target.object();
        Tcb server = endpoint.first();
        if (!tag.isShort() || server == null || server.state != ThreadState.RECEIVING) {
            return false;
        }
        Reply reply = server.receivesWith;
        SchedContext context = caller.runsOn;
        if (reply == null || server.home == context || server.timeout.set
                || !processor.isFastPathOpen() || server.priority() <= processor.highest()) {
            return false;
        }
        endpoint.dequeue();
        server.receivesWith = null;
        caller.state = ThreadState.AWAITING_REPLY;
        reply.hold(caller);
        context.lend(server);
        server.context.take(message, tag, target.badge());
        processor.runLent(server);
        return true;
    }

    /** @return whether the running thread's {@code REPLY_RECEIVE} is done */
    static boolean replyReceive(Processor processor) {
        Tcb server = processor.current();
        UserContext message = server.context;
        Slot source = server.lookup(message.capability());
        Slot held = server.lookup(message.reply());
        if (source == null || source.type() != CapabilityType.ENDPOINT || !source.rights().include(Rights.READ)
                || held == null || held.type() != CapabilityType.REPLY || !held.rights().include(Rights.WRITE)) {
            return false;
        }
        Tag tag = new Tag(message.tag());
        Endpoint endpoint = (Endpoint) source.object();
        Reply reply = (Reply) held.object();
        Tcb caller = reply.caller();
        SchedContext context = server.runsOn;
        if (!tag.isShort() || caller == null || caller.state != ThreadState.AWAITING_REPLY || caller.timeout.set
                || caller.runsOn != context || context.borrowers() != server || reply.server() != server
                || endpoint.hasSenders() || server.bound != null && server.bound.isSignalled()
                || !processor.isFastPathOpen() || caller.priority() <= processor.highest()) {
            return false;
        }
        reply.release();
        context.takeBack(server);
        server.state = ThreadState.RECEIVING;
        server.receivesWith = reply;
        endpoint.enqueue(server);
        caller.context.take(message, tag, 0);
        processor.runLent(caller);
        return true;
    }
}
