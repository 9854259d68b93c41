package peaberry.supervisor;

import peaberry.abi.FaultKind;
import peaberry.abi.ProgramSlots;
import peaberry.abi.SupervisorBadges;
import peaberry.abi.Tag;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.Server;

/** The supervisor at work: faults, signals and requests come to one endpoint, and each is dealt with before the next. */
final class SupervisorServer extends Server {

    SupervisorServer() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, 1, new SupervisionRequests(), new InjectionRequests());
    }

    @Override
    protected Answer fault(long badge, Tag message) {
        int number = Badges.client(badge);
        long address = Message.word(0);
        if (Wards.isNumber(number) && !Plant.isReached(number, address)) {
            Recovery.failed(Wards.at(number), FaultKind.of(message.label()), address, Message.word(1));
        }
        return Answer.NONE;
    }

    @Override
    protected void signal(long badge) {
        for (int number = 1; number <= Wards.count(); number++) {
            if ((badge & SupervisorBadges.signOfLife(number)) != 0) {
                Wards.at(number).showsLife();
            }
            if ((badge & SupervisorBadges.blockedAccess(number)) != 0) {
                Recovery.deviceFailed(Wards.at(number));
            }
        }
        Wards.attend();
    }

    @Override
    protected long patience() {
        return Wards.microsecondsToNext();
    }

    @Override
    protected void idle() {
        Wards.attend();
    }
}
