package peaberry.processes;

import peaberry.abi.CapabilityType;
import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramEnd;
import peaberry.abi.ProgramImage.Problem;
import peaberry.abi.Rights;
import peaberry.process.ProgramSignal;
import peaberry.process.ProgramTable;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerServer;
import peaberry.processes.Child.State;
import peaberry.runtime.Answer;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.CallerQueue;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;
import peaberry.runtime.Window;

/** What the server does for its clients, and what becomes of the faults of their children. */
final class SpawnRequests extends SpawnerServer {

    /** A child's table has room for what it makes itself, too. */
    private static final int MOST_GRANTS = 32;

    private final Own own;
    private final Images images;
    private final Children children;
    private final Births births;
    private final Pages pages;
    private final Pipes pipes;
    private final StreamRequests streams;
    private final CallerQueue waiters = new CallerQueue(Numbers.CLIENTS);
    /** Of each client that waits: for which of its processes, or {@link Spawner#ANY}. */
    private final int[] awaited = new int[Numbers.CLIENTS];
    private int priority;
    private int handedOut;

    SpawnRequests(Own own, Images images, Children children, Births births, Pages pages, Pipes pipes, StreamRequests streams) {
        this.own = own;
        this.images = images;
        this.children = children;
        this.births = births;
        this.pages = pages;
        this.pipes = pipes;
        this.streams = streams;
    }

    /** @param priority that children have @param slot an empty one of the server's */
    void open(int priority, int slot) {
        this.priority = priority;
        handedOut = slot;
    }

    /** Deals with a child's fault: a page that comes when it is touched, the end that it says itself, or one that it does not. */
    Answer fault(int index, FaultKind kind, long instruction, long detail) {
        Child child = children.at(index);
        if (kind == FaultKind.PAGE_FAULT && pages.provide(child, detail)) {
            return Answer.RESUME;
        }
        if (kind == FaultKind.UNKNOWN_SYSTEM_CALL && ProgramEnd.is(detail)) {
            child.exited(ProgramEnd.status(detail));
        } else {
            child.failed(kind, detail, instruction);
        }
        finish(child);
        return Answer.NONE;
    }

    /** Ends a child of which it is known how, and tells who waits for that. */
    private void finish(Child child) {
        children.end(child);
        dismissTheDead();
        tell(child);
    }

    private void tell(Child child) {
        int waiting = child.client;
        if (waiters.holds(waiting) && (awaited[waiting] == Spawner.ANY || awaited[waiting] == child.number)) {
            child.isStopUntold = false;
            answerAwait(waiters.remove(waiting), child.number, child.reason, child.status, child.fault, child.detail, child.instruction);
        }
    }

    /** Children that are no more wait for nobody. */
    private void dismissTheDead() {
        for (int index = 0; index < Children.MOST; index++) {
            Child child = children.at(index);
            if (child.epoch != 0 && !child.isAlive()) {
                dismiss(child.asClient());
                child.epoch = 0;
            }
        }
    }

    private void dismiss(int client) {
        if (waiters.holds(client)) {
            refuse(waiters.remove(client), Outcome.RUNNING);
        }
    }

    /** Whoever has a capability that was a child's which is no more is nobody. */
    @Override
    protected boolean isClient() {
        return children.isCurrent(client(), epoch());
    }

    @Override
    protected Answer clear() {
        dismiss(client());
        children.clear(client());
        dismissTheDead();
        return answerClear();
    }

    @Override
    protected Answer find(int image, Text program) {
        return refuse(images.bring(client(), image, program));
    }

    @Override
    protected Answer load(int image, int bytes) {
        return refuse(images.load(client(), image, bytes));
    }

    @Override
    protected Answer fill(int number, int position, int count, Window from, long offset) {
        Image image = images.find(client(), number);
        if (image == null) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (image.isFixed()) {
            return refuse(Outcome.IN_USE);
        }
        return image.fill(position, count, from, offset) ? answerFill() : refuse(Outcome.BAD_WINDOW);
    }

    @Override
    protected Answer check(int number) {
        Image image = images.find(client(), number);
        return image == null ? refuse(Outcome.NOT_FOUND) : answerCheck(image.check());
    }

    @Override
    protected Answer drop(int image) {
        images.drop(client(), image);
        return answerDrop();
    }

    @Override
    protected Answer begin(int process, int number, int group, int objectBits, int argumentBytes, int environmentBytes, Window from, long offset) {
        Image image = images.find(client(), number);
        if (image == null) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (children.find(client(), process) != null) {
            return refuse(Outcome.IN_USE);
        }
        if (image.check() != Problem.NONE) {
            return refuse(Outcome.NOT_A_PROGRAM);
        }
        if (objectBits != 0 && objectBits < Spawner.LEAST_OBJECT_BITS) {
            return Answer.INVALID;
        }
        return refuse(children.begin(client(), process, image, group, objectBits, argumentBytes, environmentBytes, from, offset));
    }

    /** The client's process of this number, if it was begun and not started; else null. */
    private Child begun(int process) {
        Child child = children.find(client(), process);
        return child != null && child.state == State.BEGUN ? child : null;
    }

    /** What is to be said of a process that is not as it has to be for what is asked. */
    private Answer refuseProcess(int process) {
        boolean exists = children.find(client(), process) != null;
        return refuse(exists ? Outcome.IN_USE : Outcome.NOT_FOUND);
    }

    /** Why a process cannot be given something under a name; {@link Outcome#DONE} if it can. */
    private Outcome whyNot(int process, Text name) {
        Child child = children.find(client(), process);
        if (child == null) {
            return Outcome.NOT_FOUND;
        }
        if (child.state != State.BEGUN) {
            return Outcome.IN_USE;
        }
        if (name.length() == 0 || Births.isTaken(name)) {
            return Outcome.NOT_GIVEN;
        }
        return child.grants < MOST_GRANTS ? Outcome.DONE : Outcome.NO_ROOM;
    }

    @Override
    protected Answer grant(int process, Text name, Capability service) {
        Outcome problem = whyNot(process, name);
        if (problem != Outcome.DONE) {
            return refuse(problem);
        }
        boolean isGiven = isSendable(service) && births.grant(children.find(client(), process), name, service.slot()) == KernelError.NONE;
        return isGiven ? answerGrant() : refuse(Outcome.NOT_GIVEN);
    }

    /** Whoever has the capability of an endpoint without a badge can give it any, and so be anybody there. */
    private boolean isSendable(Capability endpoint) {
        return own.table().inspect(endpoint.slot()) == KernelError.NONE && CNode.inspectType() == CapabilityType.ENDPOINT.ordinal()
                && CNode.inspectBadge() != 0 && Rights.ofWord(CNode.inspectRights()).include(Rights.WRITE);
    }

    @Override
    protected Answer grantSpawning(int process, Text name, long bytes, int processes) {
        Outcome problem = whyNot(process, name);
        if (problem != Outcome.DONE) {
            return refuse(problem);
        }
        Child child = children.find(client(), process);
        if (child.epoch != 0) {
            return refuse(Outcome.NOT_GIVEN);
        }
        int epoch = children.letSpawn(child, bytes, processes);
        if (epoch == Epochs.NONE) {
            return refuse(Outcome.NO_ROOM);
        }
        births.grantOwn(child, name, Badges.derived(child.asClient(), 0, epoch));
        return answerGrantSpawning();
    }

    @Override
    protected Answer makePipe(int number) {
        streams.drop(client(), number);
        return refuse(pipes.make(client(), number));
    }

    @Override
    protected Answer grantPipe(int process, Text name, int number, PipeEnd end) {
        Outcome problem = whyNot(process, name);
        Pipe pipe = problem == Outcome.DONE ? pipes.find(client(), number) : null;
        if (pipe == null) {
            return refuse(problem == Outcome.DONE ? Outcome.NOT_FOUND : problem);
        }
        Child child = children.find(client(), process);
        PipeHolder holder = pipes.hold(pipe, end, child.asClient());
        if (holder == null) {
            return refuse(Outcome.NO_ROOM);
        }
        child.hasPipes = true;
        births.grantOwn(child, name, holder.badge());
        return answerGrantPipe();
    }

    @Override
    protected Answer openPipe(int number, PipeEnd end) {
        Pipe pipe = pipes.find(client(), number);
        PipeHolder holder = pipe == null ? null : pipes.hold(pipe, end, client());
        if (holder == null) {
            return refuse(pipe == null ? Outcome.NOT_FOUND : Outcome.NO_ROOM);
        }
        return own.mint(handedOut, holder.badge()) == KernelError.NONE ? answerOpenPipe(Capability.at(handedOut)) : refuse(Outcome.NO_ROOM);
    }

    @Override
    protected Answer closePipe(int number, PipeEnd end) {
        Pipe pipe = pipes.find(client(), number);
        if (pipe == null) {
            return refuse(Outcome.NOT_FOUND);
        }
        streams.close(client(), pipe, end);
        return answerClosePipe();
    }

    @Override
    protected Answer dropPipe(int number) {
        streams.drop(client(), number);
        return answerDropPipe();
    }

    @Override
    protected Answer start(int process) {
        Child child = begun(process);
        if (child == null) {
            return refuseProcess(process);
        }
        births.start(child, priority);
        child.state = State.STARTED;
        return answerStart();
    }

    @Override
    protected Answer end(int process) {
        Child child = children.find(client(), process);
        if (child == null) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (child.isAlive()) {
            child.killed(Spawner.STATUS_KILLED);
            finish(child);
        }
        return answerEnd();
    }

    @Override
    protected Answer await(int process) {
        if (!children.has(client(), process)) {
            return refuse(Outcome.NOT_FOUND);
        }
        Child child = children.withNews(client(), process);
        if (child != null) {
            child.isStopUntold = false;
            return answerAwait(child.number, child.reason, child.status, child.fault, child.detail, child.instruction);
        }
        dismiss(client());
        if (!canKeep()) {
            return refuse(Outcome.NO_ROOM);
        }
        awaited[client()] = process;
        waiters.add(keep(), client());
        return Answer.NONE;
    }

    @Override
    protected Answer poll(int process) {
        if (!children.has(client(), process)) {
            return refuse(Outcome.NOT_FOUND);
        }
        Child child = children.withNews(client(), process);
        if (child == null) {
            return refuse(Outcome.RUNNING);
        }
        child.isStopUntold = false;
        return answerPoll(child.number, child.reason, child.status, child.fault, child.detail, child.instruction);
    }

    @Override
    protected Answer controlGroup(int group) {
        return own.mint(handedOut, GroupRequests.badge(client(), group, children.groupEpoch(client()))) == KernelError.NONE ? answerControlGroup(Capability.at(handedOut)) : refuse(Outcome.NO_ROOM);
    }

    @Override
    protected Answer number(int process) {
        Child child = children.find(client(), process);
        return child == null ? refuse(Outcome.NOT_FOUND) : answerNumber(child.program);
    }

    @Override
    protected Answer ownNumber() {
        return answerOwnNumber(client() < Numbers.FIRST_CHILD ? ProgramTable.DECLARED : children.at(client() - Numbers.FIRST_CHILD).program);
    }

    @Override
    protected Answer signal(int program, ProgramSignal signal, int status) {
        Child child = children.programs().find(program);
        if (child == null) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (!children.isOf(child, client())) {
            return refuse(Outcome.NOT_PERMITTED);
        }
        signal(child, signal, status);
        return answerSignal();
    }

    /** Does something to a child that is alive, and tells whoever started it. @param status that it ends with, if it does */
    void signal(Child child, ProgramSignal signal, int status) {
        switch (signal) {
            case ASK -> { }
            case END -> {
                child.killed(status);
                finish(child);
            }
            case STOP -> {
                if (child.stop()) {
                    tell(child);
                }
            }
            case CONTINUE -> child.resume();
        }
    }

    /** Ends the processes of a group. */
    void interrupt(int client, int group) {
        for (int index = 0; index < Children.MOST; index++) {
            Child child = children.at(index);
            if (child.isAlive() && children.isIn(child, client, group)) {
                child.killed(Spawner.STATUS_INTERRUPTED);
                finish(child);
            }
        }
    }

    /** Stops the processes of a group. */
    void stop(int client, int group) {
        for (int index = 0; index < Children.MOST; index++) {
            Child child = children.at(index);
            if (child.isAlive() && children.isIn(child, client, group) && child.stop()) {
                tell(child);
            }
        }
    }

    /** Has the processes of a group go on. */
    void resume(int client, int group) {
        for (int index = 0; index < Children.MOST; index++) {
            Child child = children.at(index);
            if (child.isAlive() && children.isIn(child, client, group)) {
                child.resume();
            }
        }
    }

    @Override
    protected Answer forget(int process) {
        Child child = children.find(client(), process);
        if (child == null) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (child.isAlive()) {
            return refuse(Outcome.RUNNING);
        }
        children.forget(child);
        return answerForget();
    }
}
