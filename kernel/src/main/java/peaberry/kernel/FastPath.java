package peaberry.kernel;

import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.kernel.arch.UserContext;

/**
 * The two system calls on which servers live, short: a call that finds its server waiting, and the answer to it when the
 * server has nothing else to do. The messages have any length, but no capabilities. Each checks that this is the whole story,
 * changes nothing if it is not, and leaves the rest to {@link SystemCalls}; what it does is exactly what {@link SystemCalls} would do.
 *
 * <p>Each instruction here counts: a field is read where it saves a null check, and conditions that hold together are
 * checked once. docs/performance.md has the count.
 */
final class FastPath {

    private FastPath() {
    }

    /** @return whether the running thread's {@code CALL} is done */
    static boolean call(Processor processor) {
        if (!Message.isPlain(processor.current())) {
            return false;
        }
        Tcb caller = processor.current();
        SchedContext context = caller.runsOn;
        UserContext message = caller.context;
        CNode table = caller.table();
        if (caller.node.object() != table || !table.isSlot(message.capability())) {
            return false;
        }
        Slot target = table.at(message.capability());
        if (target.type() != CapabilityType.ENDPOINT || !target.rights().include(Rights.WRITE)) {
            return false;
        }
        Tag tag = new Tag(message.tag());
        ThreadQueue receivers = target.waiting();
        Tcb server = receivers.first();
        if (server == null || server.state != ThreadState.RECEIVING) {
            return false;
        }
        Reply reply = server.receivesWith;
        if (reply == null || server.home == context || server.timeout.set || server.priority() <= processor.urgent().highest()) {
            return false;
        }
        receivers.removeFirst();
        server.receivesWith = null;
        caller.state = ThreadState.AWAITING_REPLY;
        reply.hold(caller);
        context.lend(server);
        server.context.take(message, tag, target.badge());
        if (tag.length() > Tag.REGISTER_WORDS) {
            Message.copyRest(caller, server, tag);
        }
        processor.runLent(server);
        return true;
    }

    /** @return whether the running thread's {@code REPLY_RECEIVE} is done */
    static boolean replyReceive(Processor processor) {
        if (!Message.isPlain(processor.current())) {
            return false;
        }
        Tcb server = processor.current();
        SchedContext context = server.runsOn;
        UserContext message = server.context;
        CNode table = server.table();
        if (server.node.object() != table || !table.isSlot(message.capability()) || !table.isSlot(message.reply())) {
            return false;
        }
        Slot source = table.at(message.capability());
        Slot held = table.at(message.reply());
        if (source.type() != CapabilityType.ENDPOINT || !source.rights().include(Rights.READ)
                || held.type() != CapabilityType.REPLY || !held.rights().include(Rights.WRITE)) {
            return false;
        }
        Tag tag = new Tag(message.tag());
        ThreadQueue receivers = source.waiting();
        Reply reply = held.reply();
        Tcb caller = reply.caller();
        if (receivers.first() != null || caller == null || reply.server() != server) {
            return false;
        }
        if (server.bound != null && server.bound.isSignalled()) {
            return false;
        }
        if (caller.state != ThreadState.AWAITING_REPLY || caller.timeout.set || caller.runsOn != context
                || context.borrowers() != server || caller.priority() <= processor.urgent().highest()) {
            return false;
        }
        reply.release();
        context.takeBackLast(server);
        server.state = ThreadState.RECEIVING;
        server.receivesWith = reply;
        ThreadQueue.addOnly(receivers, server);
        caller.context.take(message, tag, 0);
        if (tag.length() > Tag.REGISTER_WORDS) {
            Message.copyRest(server, caller, tag);
        }
        processor.runLent(caller);
        return true;
    }
}
