package peaberry.root;

import peaberry.abi.Tag;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.Server;

/**
 * Root at work: it answers requests and hears of the supervisor's faults. Each is dealt with at once and completely; root never waits
 * for another process.
 */
final class RootServer extends Server {

    RootServer() {
        super(Capability.at(Slots.ROOT_ENDPOINT), Slots.ROOT_REPLY, 1, new SystemRequests(), new ProcessRequests(), new DevicePageRequests(), new BootProgramRequests(), new TraceRequests());
    }

    /** Nobody gives root anything by name, and nobody waits for its signs of life. */
    @Override
    protected void begin() {
    }

    @Override
    protected Answer fault(long badge, Tag message) {
        if (Badges.client(badge) == Processes.supervisor()) {
            SupervisorWatch.failed(Message.word(0));
        }
        return Answer.NONE;
    }
}
