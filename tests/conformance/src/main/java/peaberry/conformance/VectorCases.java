package peaberry.conformance;

import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Capability;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Workspace;

/** The x87, SSE and AVX registers of threads. */
final class VectorCases {

    private static final String OBJECT = "Vectors";
    private static final int ROUNDS = 200;
    private static final int PREEMPTIONS = 8;
    private static final int SEED = 0x0123_4567;
    private static final int OTHER_SEED = 0x7654_3210;
    /** A page for what threads count, each in a word of its own. */
    private static final long COUNTERS = Workspace.address(Workspace.PAGES - 1);

    private static final byte[] CHECK_INITIAL = VectorCode.checkInitial();
    private static final byte[] DIRTY = VectorCode.dirty();
    private static final byte[] HOLD = VectorCode.holdYielding(SEED, ROUNDS);
    private static final byte[] HOLD_OTHERS = VectorCode.holdYielding(OTHER_SEED, ROUNDS);
    private static final byte[] HOLD_PREEMPTED = VectorCode.holdPreempted(SEED, COUNTERS, COUNTERS + Long.BYTES, PREEMPTIONS);
    private static final byte[] HOLD_OTHERS_PREEMPTED = VectorCode.holdPreempted(OTHER_SEED, COUNTERS + Long.BYTES, COUNTERS, PREEMPTIONS);
    private static final byte[] SUM = VectorCode.series(ROUNDS, false);
    private static final byte[] SUM_YIELDING = VectorCode.series(ROUNDS, true);
    private static final byte[] YIELD = VectorCode.yield(ROUNDS);

    private static final int X87_ERROR = 16;
    private static final int GENERAL_PROTECTION = 13;

    /** push $0x37E; fldcw (%rsp): an invalid operation is not masked; divide 0 by 0; fwait. */
    private static final byte[] INVALID_X87_DIVISION = MachineCode.of("68 7E 03 00 00 D9 2C 24 D9 EE D9 EE DE F9 9B 58 C3");
    /** The same without fwait: the error is still to be told. */
    private static final byte[] PENDING_X87_ERROR = MachineCode.of("68 7E 03 00 00 D9 2C 24 D9 EE D9 EE DE F9 58 31 C0 C3");
    private static final byte[] WAIT = MachineCode.of("9B 31 C0 C3");                       // fwait; xor %eax, %eax; ret
    /** xor %ecx, %ecx; mov $-1, %eax; mov %eax, %edx; xsetbv. */
    private static final byte[] ENABLE_MORE = MachineCode.of("31 C9 B8 FF FF FF FF 89 C2 0F 01 D1 C3");

    static final Case[] ALL = {
        new Case(OBJECT, "aThreadStartsWithThemAsAfterAReset", VectorCases::aThreadStartsWithThemAsAfterAReset),
        new Case(OBJECT, "aThreadSeesNothingOfOneThatRanBefore", VectorCases::aThreadSeesNothingOfOneThatRanBefore),
        new Case(OBJECT, "aThreadSeesNothingOfOneWhoseMemoryItHas", VectorCases::aThreadSeesNothingOfOneWhoseMemoryItHas),
        new Case(OBJECT, "aThreadThatDeletesItselfLeavesNothingInItsMemory", VectorCases::aThreadThatDeletesItselfLeavesNothingInItsMemory),
        new Case(OBJECT, "writingAThreadsRegistersResetsThem", VectorCases::writingAThreadsRegistersResetsThem),
        new Case(OBJECT, "theyOutliveASwitchBySystemCall", VectorCases::theyOutliveASwitchBySystemCall),
        new Case(OBJECT, "theyOutlivePreemption", VectorCases::theyOutlivePreemption),
        new Case(OBJECT, "theyOutliveThreadsThatUseNone", VectorCases::theyOutliveThreadsThatUseNone),
        new Case(OBJECT, "arithmeticAmongOthersComesToTheSame", VectorCases::arithmeticAmongOthersComesToTheSame),
        new Case(OBJECT, "anInvalidX87DivisionIsTold", VectorCases::anInvalidX87DivisionIsTold),
        new Case(OBJECT, "anX87ErrorIsToldToWhoeverMadeIt", VectorCases::anX87ErrorIsToldToWhoeverMadeIt),
        new Case(OBJECT, "nobodyEnablesMoreOfThem", VectorCases::nobodyEnablesMoreOfThem),
    };

    private VectorCases() {
    }

    /** An actor whose only step is this code. */
    private static Actor running(Actor actor, byte[] code) {
        actor.execute(actor.install(code));
        return actor;
    }

    private static void hasRun(Actor actor, int step, long value, String what) {
        Check.equal(1, actor.done(step), "how often it came to its end");
        Check.equal(value, actor.value(step), what);
    }

    private static void aThreadStartsWithThemAsAfterAReset() {
        Actor actor = running(Actor.alone(), CHECK_INITIAL);
        actor.start();
        Actor.letAllRun();
        hasRun(actor, 0, 0, "what is different");
    }

    private static void aThreadSeesNothingOfOneThatRanBefore() {
        Actor former = running(Actor.alone(), DIRTY);
        former.start();
        Actor.letAllRun();
        Actor actor = running(Actor.alone(), CHECK_INITIAL);
        actor.start();
        Actor.letAllRun();
        hasRun(former, 0, 0, "what the former thread answered");
        hasRun(actor, 0, 0, "what is different");
    }

    private static void aThreadSeesNothingOfOneWhoseMemoryItHas() {
        Actor former = running(Actor.alone(), DIRTY);
        former.start();
        Actor.letAllRun();
        hasRun(former, 0, 0, "what the former thread answered");
        Actor.clear();
        Fresh.clear();
        aThreadStartsWithThemAsAfterAReset();
    }

    /** Its registers are still in the processor when it ends, and must not be saved where there are other objects by then. */
    private static void aThreadThatDeletesItselfLeavesNothingInItsMemory() {
        Actor actor = running(Actor.alone(), DIRTY);
        int delete = actor.call(Own.table(), Invocation.CNODE_DELETE, 1);
        actor.word(delete, 0, actor.thread()).start();
        Actor.letAllRun();
        Check.equal(1, actor.done(0), "how often it used its registers");
        Check.equal(0, actor.done(delete), "how often the deletion returned");
        Check.that(!Fresh.isThere(actor.thread()), "that the thread is gone");
        Actor.clear();
        Fresh.clear();
        int frame = Fresh.make(ObjectType.FRAME, 0);
        long address = Fresh.map(frame);
        long sum = 0;
        for (long offset = 0; offset < UserLayout.PAGE; offset += Long.BYTES) {
            sum |= Fresh.read(address + offset);
        }
        Check.equal(0, sum, "what is in memory made anew");
        aThreadStartsWithThemAsAfterAReset();
    }

    private static void writingAThreadsRegistersResetsThem() {
        Actor actor = running(Actor.alone(), DIRTY);
        int check = actor.execute(actor.install(CHECK_INITIAL));
        actor.then(0, actor.await(Fresh.notification()));
        actor.start();
        Actor.letAllRun();
        hasRun(actor, 0, 0, "what the first part answered");
        Check.done(actor.suspend(), "suspending it");
        actor.goOnAt(check);
        Actor.letAllRun();
        hasRun(actor, check, 0, "what is different");
    }

    private static void theyOutliveASwitchBySystemCall() {
        Actor one = running(Actor.alone(), HOLD);
        Actor two = running(Actor.alone(), HOLD_OTHERS);
        one.start();
        two.start();
        Actor.letAllRun();
        hasRun(one, 0, 0, "what the first thread found changed");
        hasRun(two, 0, 0, "what the second thread found changed");
    }

    private static void theyOutlivePreemption() {
        int counters = Fresh.frame();
        Actor one = running(Actor.alone(), HOLD_PREEMPTED);
        Actor two = running(Actor.alone(), HOLD_OTHERS_PREEMPTED);
        Actor.mapIn(one.space(), counters, COUNTERS, Rights.READ_WRITE.bits(), 0);
        Actor.mapIn(two.space(), Fresh.copy(counters, Rights.ALL), COUNTERS, Rights.READ_WRITE.bits(), 0);
        one.start();
        two.start();
        Actor.letAllRun();
        hasRun(one, 0, 0, "what the first thread found changed");
        hasRun(two, 0, 0, "what the second thread found changed");
    }

    private static void theyOutliveThreadsThatUseNone() {
        Actor one = running(Actor.alone(), HOLD);
        Actor two = running(Actor.alone(), YIELD);
        one.start();
        two.start();
        Actor.letAllRun();
        hasRun(one, 0, 0, "what the thread found changed");
        hasRun(two, 0, 0, "what the other answered");
    }

    private static void arithmeticAmongOthersComesToTheSame() {
        Actor alone = running(Actor.alone(), SUM);
        alone.start();
        Actor.letAllRun();
        Actor one = running(Actor.alone(), SUM_YIELDING);
        Actor two = running(Actor.alone(), HOLD_OTHERS);
        Actor three = running(Actor.alone(), SUM_YIELDING);
        one.start();
        two.start();
        three.start();
        Actor.letAllRun();
        hasRun(one, 0, alone.value(0), "the first sum's bits");
        hasRun(three, 0, alone.value(0), "the second sum's bits");
    }

    private static void anInvalidX87DivisionIsTold() {
        FaultCases.tells(INVALID_X87_DIVISION, FaultKind.PROCESSOR_EXCEPTION, X87_ERROR);
    }

    private static void anX87ErrorIsToldToWhoeverMadeIt() {
        int endpoint = Fresh.endpoint();
        int notification = Fresh.notification();
        Actor handler = FaultCases.handler(endpoint);
        Actor guilty = running(Actor.alone(), PENDING_X87_ERROR);
        guilty.await(notification);
        guilty.execute(guilty.install(WAIT));
        guilty.handledBy(endpoint).start();
        Actor innocent = running(Actor.alone(), CHECK_INITIAL);
        innocent.start();
        Actor.letAllRun();
        hasRun(innocent, 0, 0, "what is different for another");
        Check.equal(0, handler.done(0), "how many faults were told too early");
        SystemCalls.signal(Capability.at(notification));
        Actor.letAllRun();
        Check.equal(FaultKind.PROCESSOR_EXCEPTION.ordinal(), handler.tag(0).label(), "the kind of the fault");
        Check.equal(X87_ERROR, handler.word(0, 1), "the vector");
    }

    private static void nobodyEnablesMoreOfThem() {
        FaultCases.tells(ENABLE_MORE, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }
}
