package peaberry.ahci;

import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Window;

/**
 * The disk as its clients see it. What is written is copied out of the client's window when the request comes, what was read into it when it is
 * answered.
 */
final class Disk extends BlockDeviceServer {

    private static final Window NO_WINDOW = Window.at(0);

    private final Drive drive;
    private final Request[] requests = new Request[CommandMemory.CALLERS];

    Disk(Drive drive) {
        this.drive = drive;
        for (int i = 0; i < requests.length; i++) {
            requests[i] = new Request(i);
        }
    }

    @Override
    protected Answer size() {
        return drive.sectors() == 0 ? refuse(Outcome.NO_DEVICE) : answerSize(drive.sectors());
    }

    @Override
    protected Answer read(long sector, int count, int ahead, Window to, long offset) {
        return take(Command.READ_DMA_EXT, sector, count, ahead, to, offset);
    }

    @Override
    protected Answer write(long sector, int count, Caching caching, Window from, long offset) {
        return take(caching == Caching.WRITE_THROUGH ? Command.WRITE_DMA_FUA_EXT : Command.WRITE_DMA_EXT, sector, count, 0, from, offset);
    }

    @Override
    protected Answer flush() {
        return take(Command.FLUSH_CACHE_EXT, 0, 0, 0, NO_WINDOW, 0);
    }

    private Answer take(Command command, long sector, int count, int ahead, Window window, long offset) {
        if (drive.sectors() == 0) {
            return refuse(Outcome.NO_DEVICE);
        }
        if (sector > drive.sectors() - count) {
            return refuse(Outcome.OUT_OF_RANGE);
        }
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        Request request = free();
        request.begin(keep(), command, sector, count, window, offset);
        request.setAhead(ahead);
        if (!drive.take(request)) {
            answer(request);
        }
        return Answer.NONE;
    }

    /** Answers whose request the drive is done with. */
    void serveDevice() {
        answerIfDone(drive.next());
    }

    /** The same, when nothing was heard for a while: an interrupt may be lost, or the drive stuck. */
    void serveSilentDevice() {
        answerIfDone(drive.nextAfterSilence());
    }

    private void answerIfDone(Request done) {
        if (done != null) {
            answer(done);
        }
    }

    /** None of the requests that wait has results: the outcome is all that is to be said. */
    private void answer(Request request) {
        refuse(request.end(), request.outcome());
    }

    /** There is one whenever a caller can be kept, since each caller who is kept has one. */
    private Request free() {
        int i = 0;
        while (requests[i].isUnderWay()) {
            i++;
        }
        return requests[i];
    }
}
