package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.abi.Timeout;
import peaberry.abi.UserLayout;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.Region;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Workspace;

/**
 * A thread that a case starts, with a script of what it does. It has a page for the script and one for its message buffer, which
 * the case sees at the same addresses as the actor. It looks up capabilities in the suite's own table, unless a case says otherwise.
 *
 * <p>Actors are less urgent than the suite: nothing happens until it lets them run by {@link #letAllRun}, which returns when
 * none of them can go on. That is told by the idler, an actor less urgent than all others.
 */
final class Actor {

    /** An ordinary actor's priority; others of a case are above or below. */
    static final int PRIORITY = 100;

    private static final int LOWEST_PRIORITY = 1;
    private static final int HIGHEST_PRIORITY = 149;
    private static final long PAUSE_MICROSECONDS = 3_000;
    private static final int MOST_PAUSES = 100;
    private static final int MOST = 8;
    /** Pages of an actor: script, then message buffer. The first page of the workspace holds {@link ActorCode}. */
    private static final int FIRST_PAGE = 1;
    private static final int PAGES = 2;
    private static final int STEPS = 19;
    /** Page tables that can be missing on the way to an address. */
    private static final int TABLES = 4;
    private static final long TURN_MICROSECONDS = 5_000;
    private static final Rights READ_WRITE = Rights.READ.or(Rights.WRITE);

    private static final Actor[] ALL = new Actor[MOST];
    private static final Actor IDLER = new Actor(0);
    private static final Actor ALARM_CLOCK = new Actor(MOST + 1);

    private static int used;
    private static int lasting;
    private static int codeFrame;
    private static int go;
    private static int idle;
    private static int parked;
    private static int wound;
    private static int rung;
    private static int sleep;

    static {
        for (int i = 0; i < MOST; i++) {
            ALL[i] = new Actor(i + 1);
        }
    }

    private final int number;
    private int thread;
    private int context;
    private int space;
    private int buffer;
    private int faultHandler;
    private int table;
    private int steps;

    private Actor(int number) {
        this.number = number;
    }

    /** Makes what lasts: the code, the idler, and a notification that nobody signals. Everything else is made for each case. */
    static void prepare() {
        codeFrame = Fresh.frame();
        mapIn(Own.addressSpace(), codeFrame, ActorCode.page(), READ_WRITE.bits(), 0);
        ActorCode.write();
        Kernel.call(codeFrame, Invocation.FRAME_UNMAP);
        mapIn(Own.addressSpace(), codeFrame, ActorCode.page(), Rights.READ.bits(), 1);
        go = Fresh.notification();
        idle = Fresh.notification();
        parked = Fresh.notification();
        IDLER.make(Own.addressSpace());
        int first = IDLER.await(go);
        IDLER.then(IDLER.systemCall(SystemCallNumber.SIGNAL, idle, 0, 0), first);
        IDLER.start(LOWEST_PRIORITY);
        wound = Fresh.notification();
        rung = Fresh.notification();
        ALARM_CLOCK.make(Own.addressSpace());
        int winding = ALARM_CLOCK.await(wound);
        sleep = ALARM_CLOCK.await(parked);
        ALARM_CLOCK.then(ALARM_CLOCK.systemCall(SystemCallNumber.SIGNAL, rung, 0, 0), winding);
        ALARM_CLOCK.start(HIGHEST_PRIORITY);
        letAllRun();
    }

    /** An actor in an address space of its own. */
    static Actor alone() {
        Actor actor = take();
        actor.make(Fresh.addressSpace());
        return actor;
    }

    /** An actor in the suite's address space. */
    static Actor here() {
        Actor actor = take();
        actor.make(Own.addressSpace());
        return actor;
    }

    /** An actor in the address space of another. */
    static Actor with(Actor other) {
        Actor actor = take();
        actor.make(other.space);
        return actor;
    }

    /** The actors so far stay for good. */
    static void keepAll() {
        lasting = used;
    }

    /** Forgets the others. */
    static void clear() {
        used = lasting;
    }

    /** Lets all actors run until none can go on. */
    static void letAllRun() {
        SystemCalls.signal(Capability.at(go));
        SystemCalls.await(Capability.at(idle));
    }

    /** The same, but no longer than so long if some go on for ever. What keeps them from ending has to be taken away before the next time. */
    static void letAllRunWithin(long microseconds) {
        SystemCalls.signal(Capability.at(go));
        SystemCalls.await(Capability.at(idle), Timeout.of(microseconds));
    }

    /** Lets all actors run for so long, although some may go on for ever. */
    static void letTimePass(long microseconds) {
        ALARM_CLOCK.within(sleep, microseconds);
        SystemCalls.signal(Capability.at(wound));
        SystemCalls.await(Capability.at(rung));
    }

    /** Lets time pass until the step was carried out; that takes a while, or a little longer on a machine that has much to do. */
    void letTimePassUntilDone(int step) {
        for (int i = 0; i < MOST_PAUSES && done(step) == 0; i++) {
            letTimePass(PAUSE_MICROSECONDS);
        }
    }

    private static Actor take() {
        Check.that(used < MOST, "there are actors left");
        return ALL[used++];
    }

    private void make(int addressSpace) {
        space = addressSpace;
        table = Own.table();
        faultHandler = 0;
        steps = 0;
        thread = Fresh.thread();
        context = Fresh.schedContext();
        Check.done(giveTime(TURN_MICROSECONDS, TURN_MICROSECONDS), "giving an actor time");
        Check.done(Kernel.call(context, Invocation.SCHED_CONTEXT_BIND, thread), "binding an actor to its scheduling context");
        int script = Fresh.frame();
        buffer = Fresh.frame();
        mapIn(Own.addressSpace(), script, page(), READ_WRITE.bits(), 0);
        mapIn(Own.addressSpace(), buffer, bufferAddress(), READ_WRITE.bits(), 0);
        if (space != Own.addressSpace()) {
            mapIn(space, Fresh.copy(script, Rights.ALL), page(), READ_WRITE.bits(), 0);
            mapIn(space, Fresh.copy(buffer, Rights.ALL), bufferAddress(), READ_WRITE.bits(), 0);
            mapCode();
        }
    }

    /** The code is there already if this actor joins another. */
    private void mapCode() {
        int copy = Fresh.copy(codeFrame, Rights.READ);
        Kernel.call(copy, Invocation.FRAME_MAP, space, ActorCode.page(), Rights.READ.bits(), 1);
    }

    /** Maps a frame, and the page tables that are missing on the way. */
    static void mapIn(int space, int frame, long address, int rights, int executable) {
        KernelError error = Kernel.call(frame, Invocation.FRAME_MAP, space, address, rights, executable);
        for (int i = 0; i < TABLES && error == KernelError.MISSING_PAGE_TABLE; i++) {
            Check.done(Kernel.call(Fresh.pageTable(), Invocation.PAGE_TABLE_MAP, space, address), "mapping a page table of the case");
            error = Kernel.call(frame, Invocation.FRAME_MAP, space, address, rights, executable);
        }
        Check.done(error, "mapping a frame of the case");
    }

    /** Takes all steps out of its script. */
    void forgetSteps() {
        steps = 0;
        for (int step = 0; step < STEPS; step++) {
            set(step, ActorCode.DONE, 0);
        }
    }

    /** The slot of its thread. */
    int thread() {
        return thread;
    }

    /** The slot of its scheduling context. */
    int context() {
        return context;
    }

    /** Limits its time, both in microseconds; it has no limit at first. */
    KernelError giveTime(long budget, long period) {
        return Kernel.call(Own.partition(), Invocation.PARTITION_CONFIGURE, context, budget, period);
    }

    /** The slot of its address space. */
    int space() {
        return space;
    }

    /** The slot of its message buffer's frame. */
    int buffer() {
        return buffer;
    }

    /** Faults are told to this endpoint. */
    Actor handledBy(int endpoint) {
        faultHandler = endpoint;
        return this;
    }

    /** It looks up capabilities in this table. */
    Actor withTable(int slot) {
        table = slot;
        return this;
    }

    /** It has no message buffer. */
    Actor withoutBuffer() {
        buffer = 0;
        return this;
    }

    /** Starts it at its first step. */
    Actor start(int priority) {
        Check.done(configure(priority), "configuring an actor");
        goOnAt(0);
        return this;
    }

    Actor start() {
        return start(PRIORITY);
    }

    KernelError configure(int priority) {
        return Kernel.call(thread, Invocation.TCB_CONFIGURE, table, space, buffer, bufferAddress(), faultHandler, priority);
    }

    /** As {@link #start()}, of a thread that others may have destroyed or made useless. */
    void startIfPossible() {
        if (configure(PRIORITY) == KernelError.NONE) {
            Kernel.call(thread, Invocation.TCB_WRITE_REGISTERS, ActorCode.START, stackTop(), addressOf(0));
            Kernel.call(thread, Invocation.TCB_RESUME);
        }
    }

    /** Starts the suspended thread at a step. */
    void goOnAt(int step) {
        Check.done(Kernel.call(thread, Invocation.TCB_WRITE_REGISTERS, ActorCode.START, stackTop(), addressOf(step)),
                "setting an actor's registers");
        Check.done(Kernel.call(thread, Invocation.TCB_RESUME), "resuming an actor");
    }

    KernelError suspend() {
        return Kernel.call(thread, Invocation.TCB_SUSPEND);
    }

    KernelError resume() {
        return Kernel.call(thread, Invocation.TCB_RESUME);
    }

    /** What the thread is doing. */
    ThreadState state() {
        KernelError error = Kernel.call(thread, Invocation.TCB_USAGE);
        return error == KernelError.NONE ? ThreadState.of((int) Message.word(0)) : ThreadState.INACTIVE;
    }

    /** Puts code into the actor's address space. @return where; it ends with {@code ret} */
    long install(byte[] code) {
        int frame = Fresh.frame();
        long address = Fresh.map(frame);
        for (int i = 0; i < code.length; i++) {
            Workspace.memory().setByte(address - Workspace.address(0) + i, code[i]);
        }
        Kernel.call(frame, Invocation.FRAME_UNMAP);
        mapIn(space, frame, address, Rights.READ.bits(), 1);
        return address;
    }

    // The script. Each method adds a step at the end and answers its number. After the last one the actor waits for ever.

    int systemCall(int number, long capability, long reply, long tag) {
        int step = add(ActorCode.SYSTEM_CALL, number, capability);
        set(step, ActorCode.REPLY, reply);
        set(step, ActorCode.TAG, tag);
        return step;
    }

    int call(long capability, int label, int length) {
        return systemCall(SystemCallNumber.CALL, capability, 0, Tag.of(label, length).bits());
    }

    int call(long object, Invocation operation, int length) {
        return call(object, operation.ordinal(), length);
    }

    int send(long capability, int label, int length) {
        return systemCall(SystemCallNumber.SEND, capability, 0, Tag.of(label, length).bits());
    }

    int receive(long endpoint, long reply) {
        return systemCall(SystemCallNumber.RECEIVE, endpoint, reply, 0);
    }

    int replyReceive(long endpoint, long reply, int label, int length) {
        return systemCall(SystemCallNumber.REPLY_RECEIVE, endpoint, reply, Tag.of(label, length).bits());
    }

    int await(long notification) {
        return systemCall(SystemCallNumber.WAIT, notification, 0, 0);
    }

    int poll(long notification) {
        return systemCall(SystemCallNumber.POLL, notification, 0, 0);
    }

    int signal(long notification) {
        return systemCall(SystemCallNumber.SIGNAL, notification, 0, 0);
    }

    int yieldProcessor() {
        return systemCall(SystemCallNumber.YIELD, 0, 0, 0);
    }

    int load(long address) {
        return add(ActorCode.LOAD, address, 0);
    }

    int store(long address, long value) {
        return add(ActorCode.STORE, address, value);
    }

    /** Calls code that a case has written. */
    int execute(long address) {
        return add(ActorCode.EXECUTE, address, 0);
    }

    /** Counts for ever. */
    int count() {
        return add(ActorCode.COUNT, 0, 0);
    }

    /** Gives a step a word of its message. */
    Actor word(int step, int index, long value) {
        set(step, ActorCode.WORDS + Long.BYTES * index, value);
        return this;
    }

    /** Limits how long a step's system call may wait. */
    Actor within(int step, long microseconds) {
        set(step, ActorCode.NUMBER, Timeout.of(microseconds).applyTo((int) get(step, ActorCode.NUMBER) & SystemCallNumber.MASK));
        return this;
    }

    /** After one step comes another. */
    Actor then(int step, int next) {
        set(step, ActorCode.NEXT, addressOf(next));
        return this;
    }

    int add(long code, long first, long second) {
        Check.that(steps < STEPS, "there is room for a step");
        int step = steps++;
        set(step, ActorCode.CODE, code);
        set(step, ActorCode.FIRST, first);
        set(step, ActorCode.SECOND, second);
        set(step, ActorCode.NEXT, addressOf(step + 1));
        park();
        return step;
    }

    /** Puts a wait for what never comes after the last step. */
    private void park() {
        set(steps, ActorCode.CODE, ActorCode.SYSTEM_CALL);
        set(steps, ActorCode.NUMBER, SystemCallNumber.WAIT);
        set(steps, ActorCode.CAPABILITY, parked);
        set(steps, ActorCode.REPLY, 0);
        set(steps, ActorCode.NEXT, 0);
    }

    // What came of it.

    /** How often the step was carried out. */
    long done(int step) {
        return get(step, ActorCode.DONE);
    }

    boolean isSystemCall(int step) {
        return get(step, ActorCode.CODE) == ActorCode.SYSTEM_CALL;
    }

    long badge(int step) {
        return get(step, ActorCode.BADGE_RESULT);
    }

    Tag tag(int step) {
        return new Tag(get(step, ActorCode.TAG_RESULT));
    }

    KernelError error(int step) {
        return Message.errorOf(tag(step));
    }

    /** A word that a system call brought, 0 to 5. */
    long word(int step, int index) {
        return get(step, ActorCode.WORD_RESULTS + Long.BYTES * index);
    }

    /** What a step read, counted, or got back from the code that it called. */
    long value(int step) {
        return get(step, ActorCode.WORD_RESULTS);
    }

    /** A word of the message buffer, from the sixth on. */
    long bufferWord(int index) {
        return Workspace.memory().int64(bufferAddress() - Workspace.address(0) + Long.BYTES * index);
    }

    void setBufferWord(int index, long value) {
        Workspace.memory().setInt64(bufferAddress() - Workspace.address(0) + Long.BYTES * index, value);
    }

    /** Its messages carry the capability in a slot, if their tag counts so many. */
    Actor attach(int index, long slot) {
        setBufferWord(Tag.SENT_CAPABILITIES + index, slot);
        return this;
    }

    /** A capability that comes with a message goes to an empty slot. */
    Actor expect(int index, long slot) {
        setBufferWord(Tag.RECEIVED_CAPABILITIES + index, slot);
        return this;
    }

    /** The address of its script. */
    long page() {
        return Workspace.address(FIRST_PAGE + PAGES * number);
    }

    /** Its stack, which is only large enough for the return address of a step that calls code, grows down from the end of that page. */
    long stackTop() {
        return page() + UserLayout.PAGE;
    }

    long bufferAddress() {
        return page() + UserLayout.PAGE;
    }

    private long addressOf(int step) {
        return page() + (long) step * ActorCode.STEP_BYTES;
    }

    private long get(int step, int offset) {
        return Workspace.memory().int64(addressOf(step) + offset - Workspace.address(0));
    }

    private void set(int step, int offset, long value) {
        Region memory = Workspace.memory();
        memory.setInt64(addressOf(step) + offset - Workspace.address(0), value);
    }
}
