package peaberry.ahci;

import peaberry.ahci.Port.Progress;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.PreparedRead;

/** A disk drive at a controller. It works on one request at a time, in the order in which they came. */
final class Drive {

    /**
     * How often nothing may be heard while a command is under way, before the drive is given up: with a second for each, longer than a disk takes
     * to write all of its cache.
     */
    private static final int MOST_SILENCES = 60;
    /** Where it says what it is, before anybody's data is there. */
    private static final int IDENTITY = CommandMemory.buffer(0);

    private final HostRegisters registers;
    private final CommandMemory memory;
    private final Port port;
    private final Controller controller;
    private final CommandList list;
    private final Identity identity;
    private final RequestQueue queue = new RequestQueue(CommandMemory.BUFFERS);
    private final PreparedRead prepared = new PreparedRead();
    private final Request preparation = new Request(CommandMemory.PREPARATION);
    private long sectors;
    private boolean forcesWrites;
    /** Since the command that is under way was issued. */
    private int silences;

    Drive(HostRegisters registers, CommandMemory memory) {
        this.registers = registers;
        this.memory = memory;
        port = new Port(registers);
        controller = new Controller(registers, port);
        list = new CommandList(memory);
        identity = new Identity(memory, IDENTITY);
    }

    /** Finds the controller, if there is one, and starts. @param device its name in the declaration */
    void start(String device) {
        if (registers.open(device) && memory.open(device)) {
            start();
        }
    }

    /** Resets the controller, looks for a disk, and makes it ready if it can be used. */
    void start() {
        controller.reset();
        if (!controller.findDisk(memory)) {
            return;
        }
        port.start();
        sectors = identifies() ? identity.usableSectors() : 0;
        forcesWrites = sectors > 0 && identity.canForceWrites();
        if (sectors > 0) {
            port.enableInterrupts();
            controller.enableInterrupts();
        }
    }

    /** How many sectors it has; 0 if there is none that can be used. */
    long sectors() {
        return sectors;
    }

    /**
     * Takes a request for sectors that are there. Only if there is a disk that can be used.
     *
     * @return whether {@link #next} will tell its end; if not, it has ended already
     */
    boolean take(Request request) {
        if (!request.takeData(memory)) {
            return false;
        }
        if (!forcesWrites) {
            request.flushInsteadOfForce();
        }
        request.overtake(prepared);
        if (request.takes(prepared)) {
            request.handOver(memory, preparation);
            prepareBehind(request);
            return false;
        }
        add(request);
        prepareBehind(request);
        return true;
    }

    /** Reads what its caller is to read next, if that is there and nothing else is being prepared. */
    private void prepareBehind(Request request) {
        long sector = request.behind();
        int ahead = request.ahead();
        if (ahead > 0 && sector <= sectors - ahead && prepared.begin(sector, ahead)) {
            preparation.prepare(sector, ahead);
            add(preparation);
        }
    }

    private void add(Request request) {
        queue.add(request);
        if (queue.first() == request) {
            issue(request);
        }
    }

    /** Looks what became of the request that is worked on, and goes on to the next. @return it, if it ended; else null */
    Request next() {
        if (sectors == 0) {
            return null;
        }
        Progress progress = port.progress();
        if (progress == Progress.IDLE || progress == Progress.UNDER_WAY) {
            return null;
        }
        Request request = queue.first();
        if (progress == Progress.FAILED) {
            request.fail(Outcome.DEVICE_ERROR);
            port.recover();
        } else {
            checkTransferred(request.bytes());
            if (request.goOnToFlush()) {
                issue(request);
                return null;
            }
        }
        queue.remove();
        Request ended = request == preparation ? endPreparation() : request;
        if (!queue.isEmpty()) {
            issue(queue.first());
        }
        if (ended == null) {
            return null;
        }
        ended.handOver(memory, request);
        if (request == preparation) {
            prepareBehind(ended);
        }
        return ended;
    }

    /** @return the request behind it, if what that asks for was prepared; else null */
    private Request endPreparation() {
        prepared.end(preparation.outcome() == Outcome.DONE);
        return !queue.isEmpty() && queue.first().takes(prepared) ? queue.remove() : null;
    }

    /** Whether a request is worked on. */
    boolean isWorking() {
        return !queue.isEmpty();
    }

    /** As {@link #next}, when nothing was heard for a while. A command that comes to no end is the end of the process: its successor resets the drive. */
    Request nextAfterSilence() {
        Request request = next();
        if (request == null && isWorking()) {
            silences++;
            if (silences > MOST_SILENCES) {
                throw new IllegalStateException("the disk does not end a command");
            }
        }
        return request;
    }

    private void issue(Request request) {
        silences = 0;
        request.write(list);
        port.issue();
    }

    /** Has the drive say what it is. @return false if it does not */
    private boolean identifies() {
        list.write(Command.IDENTIFY_DEVICE, 0, 0, IDENTITY, Identity.BYTES);
        port.issue();
        Progress progress = port.progress();
        for (int looks = 0; looks < HostRegisters.MOST_LOOKS && progress == Progress.UNDER_WAY; looks++) {
            progress = port.progress();
        }
        if (progress == Progress.UNDER_WAY) {
            throw new IllegalStateException("the disk does not say what it is");
        }
        if (progress == Progress.DONE) {
            checkTransferred(Identity.BYTES);
        }
        return progress == Progress.DONE;
    }

    private void checkTransferred(int bytes) {
        if (list.transferred() != bytes) {
            throw new IllegalStateException("the controller moved more or less than it was to");
        }
    }
}
