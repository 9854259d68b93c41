package peaberry.supervisor;

import peaberry.runtime.Answer;
import peaberry.system.Injection.Detection;
import peaberry.system.Injection.Outcome;
import peaberry.system.InjectionServer;
import peaberry.system.ProcessControl;

/** What the supervisor does for who injects faults. Only systems that test themselves declare such a one. */
final class InjectionRequests extends InjectionServer {

    private static final Detection[] DETECTIONS = Detection.values();

    @Override
    protected Answer plant(int number, long address, byte[] bytes, int bytesCount) {
        if (!Wards.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        return Plant.set(number, address, bytes, bytesCount) ? answerPlant() : refuse(Outcome.NO_MEMORY);
    }

    @Override
    protected Answer planted() {
        return answerPlanted(Plant.wasReached(), Plant.reachedAt());
    }

    @Override
    protected Answer remove() {
        Plant.remove();
        return answerRemove();
    }

    @Override
    protected Answer read(int number, long address, int count) {
        if (!Wards.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        boolean read = Recovery.ROOT.read(number, address, Math.max(0, Math.min(count, ProcessControl.MAX_READ))) == ProcessControl.Outcome.DONE;
        return read ? answerRead(Recovery.ROOT.readResult(), Recovery.ROOT.readResultCount()) : refuse(Outcome.NO_MEMORY);
    }

    @Override
    protected Answer write(int number, long address, byte[] bytes, int bytesCount) {
        if (!Wards.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        boolean written = Recovery.ROOT.write(number, address, bytes, bytesCount) == ProcessControl.Outcome.DONE;
        return written ? answerWrite() : refuse(Outcome.NO_MEMORY);
    }

    @Override
    protected Answer lastRecovery(int number) {
        if (!Wards.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        History history = Wards.at(number).history;
        int detection = Math.max(0, Math.min(history.detection(), DETECTIONS.length - 1));
        return answerLastRecovery(history.faults(), history.restarts(), DETECTIONS[detection], history.heardAt(), history.ranAt());
    }
}
