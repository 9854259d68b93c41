package peaberry.virtioblock;

import peaberry.abi.KernelError;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceServer;
import peaberry.block.PostedWrites;
import peaberry.block.PreparedRead;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.virtio.Progress;
import peaberry.virtio.Readiness;
import peaberry.virtio.VirtQueue;

/**
 * The disk as its clients see it. Each request is answered when the device is done with it, whatever came before; until then it has a job with a
 * buffer of its own. Only one that writes what an earlier one reads or writes, or reads what an earlier one writes, is kept from the device until
 * that is done: the device may do in any order what it knows of. What is written is copied out of the client's window when the request comes, what was read into it when it is answered: a window
 * that does not allow this is the affair of its client alone. A read of what is being prepared waits until that is done, and then is either answered from
 * the buffer of that or carried out as any other. The device has no write that is through when it is done: a flush has to follow.
 *
 * <p>For posted writes there are jobs without callers. If none of them is free the caller waits as for any other write, so nobody's place is taken by what somebody posted before. Who collects has a job that
 * follows all that he posted.
 */
final class Disk extends BlockDeviceServer {

    private final BlockUnit unit = new BlockUnit();
    private final Job[] jobs = new Job[BlockUnit.JOBS];
    private final PreparedRead prepared = new PreparedRead();
    private final PostedWrites posted = new PostedWrites();
    private final Progress progress = new Progress();
    private long arrivals;
    private Readiness readiness = Readiness.ABSENT;

    Disk() {
        for (int i = 0; i < jobs.length; i++) {
            jobs[i] = new Job(i);
        }
    }

    /** Makes the device ready; a disk whose device cannot be used refuses everything. @param device the declaration's name for it */
    Readiness start(String device) {
        readiness = unit.start(device);
        return readiness;
    }

    @Override
    protected Answer size() {
        return readiness == Readiness.READY ? answerSize(unit.sectors()) : refuse(Outcome.NO_DEVICE);
    }

    @Override
    protected Answer read(long sector, int count, int ahead, Window to, long offset) {
        Outcome hindrance = hindrance(sector, count);
        if (hindrance != Outcome.DONE) {
            return refuse(hindrance);
        }
        Job job = free();
        job.setDestination(ahead, to, offset);
        return begin(job, Job.Kind.READ, sector, count);
    }

    @Override
    protected Answer write(long sector, int count, Caching caching, Window from, long offset) {
        Outcome hindrance = hindrance(sector, count);
        if (hindrance != Outcome.DONE) {
            return refuse(hindrance);
        }
        if (unit.isReadOnly()) {
            return refuse(Outcome.READ_ONLY);
        }
        Job job = caching == Caching.POSTED ? freeForPosted() : free();
        int bytes = count * BlockDevice.SECTOR_BYTES;
        if (WindowCopy.read(from, offset, unit.memory(), unit.bufferOf(job.number()), bytes) != KernelError.NONE) {
            return refuse(Outcome.BAD_WINDOW);
        }
        prepared.write(sector, count);
        if (caching == Caching.POSTED) {
            return post(job, sector, count);
        }
        return begin(job, caching == Caching.WRITE_THROUGH && unit.hasCache() ? Job.Kind.WRITE_THROUGH : Job.Kind.WRITE, sector, count);
    }

    @Override
    protected Answer flush() {
        Outcome hindrance = hindrance();
        if (hindrance != Outcome.DONE) {
            return refuse(hindrance);
        }
        if (!unit.hasCache()) {
            return answerFlush();
        }
        return begin(free(), Job.Kind.FLUSH, 0, 0);
    }

    @Override
    protected Answer collect(int count) {
        Outcome hindrance = hindrance();
        if (hindrance != Outcome.DONE) {
            return refuse(hindrance);
        }
        Job job = free();
        job.setClient(client());
        return begin(job, Job.Kind.COLLECT, 0, count);
    }

    private Answer post(Job job, long sector, int count) {
        posted.add(client());
        job.setClient(client());
        if (job.hasCaller()) {
            return begin(job, Job.Kind.POST, sector, count);
        }
        begin(job, Job.Kind.POST, Job.NOBODY, sector, count);
        return answerWrite();
    }

    private Answer begin(Job job, Job.Kind kind, long sector, int count) {
        begin(job, kind, keep(), sector, count);
        return Answer.NONE;
    }

    private void begin(Job job, Job.Kind kind, Caller caller, long sector, int count) {
        if (!isWorking()) {
            progress.note();
        }
        job.begin(kind, caller, arrivals++, sector, count);
        submit();
    }

    /** Goes on with all jobs that need not wait any more. */
    private void submit() {
        for (Job job : jobs) {
            if (job.isWaiting() && !mustWait(job)) {
                submit(job);
            }
        }
    }

    /** Tells the device of a job. One that reads what was prepared ends at once instead; no other waits for that, since a write to these sectors would have made it void. So does one that collects, for which nobody waits. */
    private void submit(Job job) {
        if (job.kind() == Job.Kind.COLLECT) {
            end(job, posted.collect(job.client(), job.count()));
            return;
        }
        if (job.kind() == Job.Kind.READ && prepared.take(job.sector(), job.count())) {
            end(job, deliver(job, preparation()));
            prepareBehind(job);
            return;
        }
        job.setSubmitted();
        switch (job.kind()) {
            case READ -> {
                unit.read(job.number(), job.sector(), job.count());
                prepareBehind(job);
            }
            case PREPARE -> unit.read(job.number(), job.sector(), job.count());
            case WRITE, WRITE_THROUGH, POST -> unit.write(job.number(), job.sector(), job.count());
            case FLUSH -> unit.flush(job.number());
            case COLLECT -> throw new IllegalStateException("it is not for the device");
        }
    }

    /** Reads what its caller is to read next, unless something else is being prepared. */
    private void prepareBehind(Job job) {
        long sector = job.sector() + job.count();
        if (job.ahead() > 0 && isThere(sector, job.ahead()) && prepared.begin(sector, job.ahead())) {
            begin(preparation(), Job.Kind.PREPARE, Job.NOBODY, sector, job.ahead());
        }
    }

    private boolean mustWait(Job job) {
        for (Job other : jobs) {
            if (job.follows(other)) {
                return true;
            }
        }
        return false;
    }

    /** Answers everybody whose request the device is done with. */
    void serveDevice() {
        if (readiness != Readiness.READY) {
            return;
        }
        int done = unit.take();
        if (done == VirtQueue.NONE) {
            unit.checkAlive();
        }
        for (; done != VirtQueue.NONE; done = unit.take()) {
            finish(jobs[done]);
        }
    }

    /** Whether the device has something to do. */
    boolean isWorking() {
        for (Job job : jobs) {
            if (!job.isFree()) {
                return true;
            }
        }
        return false;
    }

    /** The same as {@link #serveDevice}, when nothing was heard for a while: an interrupt may be lost, or the device stuck. */
    void serveSilentDevice() {
        serveDevice();
        if (isWorking()) {
            progress.check();
        }
    }

    private void finish(Job job) {
        progress.note();
        boolean succeeded = unit.succeeded(job.number());
        if (job.kind() == Job.Kind.PREPARE) {
            job.end();
            prepared.end(succeeded);
        } else if (job.kind() == Job.Kind.POST) {
            endPosted(job, succeeded);
        } else if (job.kind() == Job.Kind.WRITE_THROUGH && succeeded) {
            job.goOnToFlush();
        } else {
            end(job, succeeded ? deliver(job, job) : Outcome.DEVICE_ERROR);
        }
        submit();
    }

    /** Who posted is answered that he did. */
    private void endPosted(Job job, boolean succeeded) {
        if (!succeeded) {
            posted.fail(job.client(), Outcome.DEVICE_ERROR);
        }
        if (job.hasCaller()) {
            end(job, Outcome.DONE);
        } else {
            job.end();
        }
    }

    /** None of the requests has results: the outcome is all that is to be said. */
    private void end(Job job, Outcome outcome) {
        refuse(job.end(), outcome);
    }

    /** Copies what was read, if anything, to whoever asked for it. @param by the job in whose buffer it is */
    private Outcome deliver(Job job, Job by) {
        if (job.bytesRead() == 0) {
            return Outcome.DONE;
        }
        KernelError error = WindowCopy.write(job.window(), job.offset(), unit.memory(), unit.bufferOf(by.number()), job.bytesRead());
        return error == KernelError.NONE ? Outcome.DONE : Outcome.BAD_WINDOW;
    }

    /** What hinders a request for these sectors; {@link Outcome#DONE} if nothing does, and then there is a job that is free. */
    private Outcome hindrance(long sector, int count) {
        Outcome hindrance = hindrance();
        return hindrance == Outcome.DONE && !isThere(sector, count) ? Outcome.OUT_OF_RANGE : hindrance;
    }

    private boolean isThere(long sector, int count) {
        return sector <= unit.sectors() - count;
    }

    private Outcome hindrance() {
        if (readiness != Readiness.READY) {
            return Outcome.NO_DEVICE;
        }
        if (canKeep()) {
            return Outcome.DONE;
        }
        progress.check();
        return Outcome.BUSY;
    }

    /** There is one whenever a caller can be kept, since each caller who is kept has one. */
    private Job free() {
        int i = 0;
        while (!jobs[i].isFree()) {
            i++;
        }
        return jobs[i];
    }

    /** One without a caller, as long as there is one. */
    private Job freeForPosted() {
        for (int i = BlockUnit.CALLERS; i < BlockUnit.PREPARATION; i++) {
            if (jobs[i].isFree()) {
                return jobs[i];
            }
        }
        return free();
    }

    /** Is never given to a caller: there are as many others. */
    private Job preparation() {
        return jobs[BlockUnit.PREPARATION];
    }
}
