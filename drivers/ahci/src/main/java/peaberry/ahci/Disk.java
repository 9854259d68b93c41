package peaberry.ahci;

import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceServer;
import peaberry.block.PostedWrites;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.Window;

/**
 * The disk as its clients see it. What is written is copied out of the client's window when the request comes, what was read into it when it is
 * answered.
 *
 * <p>For posted writes there are requests without callers. If none of them is free the caller waits as for any other write, so nobody's place is taken by what somebody posted before.
 */
final class Disk extends BlockDeviceServer {

    private static final Window NO_WINDOW = Window.at(0);

    private final Drive drive;
    /** Those for callers, then those for what was posted. */
    private final Request[] requests = new Request[CommandMemory.CALLERS + CommandMemory.POSTED];
    private final PostedWrites posted = new PostedWrites();

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
        return switch (caching) {
            case WRITE_BACK -> take(Command.WRITE_DMA_EXT, sector, count, 0, from, offset);
            case WRITE_THROUGH -> take(Command.WRITE_DMA_FUA_EXT, sector, count, 0, from, offset);
            case POSTED -> post(sector, count, from, offset);
        };
    }

    @Override
    protected Answer flush() {
        return take(Command.FLUSH_CACHE_EXT, 0, 0, 0, NO_WINDOW, 0);
    }

    @Override
    protected Answer collect(int count) {
        Outcome hindrance = hindrance(0, 0);
        if (hindrance != Outcome.DONE) {
            return refuse(hindrance);
        }
        free().collect(keep(), client(), count);
        answerWhoCollects();
        return Answer.NONE;
    }

    private Answer post(long sector, int count, Window from, long offset) {
        Outcome hindrance = hindrance(sector, count);
        if (hindrance != Outcome.DONE) {
            return refuse(hindrance);
        }
        Request request = freeForPosted();
        request.post(client(), sector, count, from, offset);
        if (!drive.take(request)) {
            request.end();
            return refuse(request.outcome());
        }
        posted.add(client());
        if (!request.hasCaller()) {
            return answerWrite();
        }
        request.setCaller(keep());
        return Answer.NONE;
    }

    private Answer take(Command command, long sector, int count, int ahead, Window window, long offset) {
        Outcome hindrance = hindrance(sector, count);
        if (hindrance != Outcome.DONE) {
            return refuse(hindrance);
        }
        Request request = free();
        request.begin(keep(), command, sector, count, window, offset);
        request.setAhead(ahead);
        if (!drive.take(request)) {
            answer(request);
        }
        return Answer.NONE;
    }

    /** What hinders a request for these sectors; {@link Outcome#DONE} if nothing does, and then there is a request that is free. */
    private Outcome hindrance(long sector, int count) {
        if (drive.sectors() == 0) {
            return Outcome.NO_DEVICE;
        }
        if (sector > drive.sectors() - count) {
            return Outcome.OUT_OF_RANGE;
        }
        return canKeep() ? Outcome.DONE : Outcome.BUSY;
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
        if (done != null && done.isPosted()) {
            endPosted(done);
        } else if (done != null) {
            answer(done);
        }
    }

    /** None of the requests that wait has results: the outcome is all that is to be said. */
    private void answer(Request request) {
        refuse(request.end(), request.outcome());
    }

    /** Who posted is answered that he did. */
    private void endPosted(Request request) {
        if (request.outcome() != Outcome.DONE) {
            posted.fail(request.client(), request.outcome());
        }
        Caller caller = request.end();
        if (request.hasCaller()) {
            refuse(caller, Outcome.DONE);
        }
        answerWhoCollects();
    }

    private void answerWhoCollects() {
        for (Request request : requests) {
            if (request.isCollecting() && !isPosting(request.client())) {
                refuse(request.end(), posted.collect(request.client(), request.count()));
            }
        }
    }

    private boolean isPosting(int client) {
        for (Request request : requests) {
            if (request.isPostedBy(client)) {
                return true;
            }
        }
        return false;
    }

    /** One without a caller, as long as there is one. */
    private Request freeForPosted() {
        for (int i = CommandMemory.CALLERS; i < requests.length; i++) {
            if (!requests[i].isUnderWay()) {
                return requests[i];
            }
        }
        return free();
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
