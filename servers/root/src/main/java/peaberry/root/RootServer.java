package peaberry.root;

import peaberry.abi.FaultKind;
import peaberry.abi.Tag;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.Server;

/**
 * Root at work: it answers requests and hears of faults. Each is dealt with at once and completely; root never waits
 * for another process.
 */
final class RootServer extends Server {

    RootServer() {
        super(Capability.at(Slots.ROOT_ENDPOINT), Slots.ROOT_REPLY, 1, new SystemRequests());
    }

    @Override
    protected void fault(long badge, Tag message) {
        int number = Badges.client(badge);
        if (Processes.isNumber(number)) {
            Processes.failed(Processes.at(number), FaultKind.of(message.label()), Message.word(0), Message.word(1));
        }
    }
}
