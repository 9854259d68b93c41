package peaberry.supervisor;

import peaberry.abi.SystemTable.Restart;
import peaberry.abi.Tag;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.Text;
import peaberry.system.ProcessControl;
import peaberry.system.Supervision.Outcome;
import peaberry.system.SupervisionServer;
import peaberry.system.SystemControl;

/** What the supervisor does for its clients. Root and the supervisor itself it does not end. */
final class SupervisionRequests extends SupervisionServer {

    private static final int METHOD_MASK = 0xFF;

    private static final int ROOT = 0;

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final Text name = new Text(SystemControl.MAX_NAME);
    private final Text text = new Text(SystemControl.MAX_TEXT);
    private final Text place = new Text(SystemControl.MAX_TEXT);

    @Override
    protected Answer kill(int number) {
        if (!Wards.isNumber(number)) {
            return refuseAnythingOf(number);
        }
        return Recovery.kill(Wards.at(number)) ? answerKill() : refuse(Outcome.FAILED);
    }

    @Override
    protected Answer restart(int number) {
        if (!Wards.isNumber(number)) {
            return refuseAnythingOf(number);
        }
        return Recovery.restart(Wards.at(number)) ? answerRestart() : refuse(Outcome.FAILED);
    }

    @Override
    protected Answer crash(int number) {
        if (number == ROOT) {
            Recovery.ROOT.crash();
            return answerCrash();
        }
        if (number < 0 || number > Wards.count() || !Wards.isSupervisor(number)) {
            return refuse(Outcome.REFUSED);
        }
        missing[0] = 1;
        return answerCrash();
    }

    @Override
    protected Answer expectCrash(int number) {
        if (!Wards.isNumber(number)) {
            return refuseAnythingOf(number);
        }
        Wards.at(number).crashExpected = true;
        return answerExpectCrash();
    }

    @Override
    protected Answer report(int number) {
        if (!Wards.isNumber(number)) {
            return refuseAnythingOf(number);
        }
        if (!Wards.isNumber(client())) {
            return refuse(Outcome.REFUSED);
        }
        Ward ward = Wards.at(number);
        Ward reporter = Wards.at(client());
        if (!reporter.uses(number) || ward.policy() != Restart.ALWAYS) {
            return refuse(Outcome.REFUSED);
        }
        Recovery.reported(ward, reporter);
        return answerReport();
    }

    private static Answer refuseAnythingOf(int number) {
        return refuse(number >= 0 && number <= Wards.count() ? Outcome.REFUSED : Outcome.NOT_FOUND);
    }

    @Override
    protected Answer fault(int index) {
        if (!isRecord(index)) {
            return refuse(Outcome.NOT_FOUND);
        }
        FaultRecord record = FaultLog.at(index);
        return answerFault(record.serial(), record.ticks(), record.address(), record.restarts(), record.outage(),
                Wards.at(record.process()).appendNameTo(name.clear()), record.appendTextTo(text.clear()), record.appendPlaceTo(place.clear(), ""));
    }

    @Override
    protected Answer registers(int index) {
        if (!isRecord(index) || !FaultLog.at(index).hasRegisters()) {
            return refuse(Outcome.NOT_FOUND);
        }
        FaultRecord its = FaultLog.at(index);
        return answerRegisters(its.register(0), its.register(1), its.register(2), its.register(3), its.register(4), its.register(5),
                its.register(6), its.register(7), its.register(8), its.register(9), its.register(10), its.register(11), its.register(12),
                its.register(13), its.register(14), its.register(15), its.register(16), its.register(17));
    }

    @Override
    protected Answer frame(int index, int frame) {
        if (!isRecord(index) || frame < 0 || frame >= FaultLog.at(index).frames()) {
            return refuse(Outcome.NOT_FOUND);
        }
        FaultRecord record = FaultLog.at(index);
        boolean known = Recovery.ROOT.place(record.process(), record.frame(frame) - 1) == ProcessControl.Outcome.DONE;
        return known ? answerFrame(Recovery.ROOT.placeResult()) : refuse(Outcome.NOT_FOUND);
    }

    @Override
    protected Answer received(int index, int message) {
        if (!isRecord(index) || message < 0 || message >= FaultLog.at(index).messages()) {
            return refuse(Outcome.NOT_FOUND);
        }
        long badge = FaultLog.at(index).messageBadge(message);
        boolean signal = Badges.isSignal(badge);
        int method = new Tag(FaultLog.at(index).messageTag(message)).label() & METHOD_MASK;
        return answerReceived(signal ? 0 : Badges.client(badge), Badges.interfaceIndex(badge), method);
    }

    @Override
    protected Answer log(int index) {
        if (index < 0 || index >= Log.size()) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerLog(Log.ticks(index), Log.appendTo(text.clear(), index));
    }

    private static boolean isRecord(int index) {
        return index >= 0 && index < FaultLog.size() && FaultLog.at(index).process() >= 1 && FaultLog.at(index).process() <= Wards.count();
    }
}
