package peaberry.conformance;

import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.JavaTrap;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** Faults: what is told to whom, and how a thread goes on. */
final class FaultCases {

    private static final String OBJECT = "Fault";
    private static final int BADGE = 31;
    private static final int VALUE = 815;
    /** Where nothing is mapped. */
    private static final long NOWHERE = 0x6000_0000_0000L;
    /** Between the two halves of the address space, where there are no addresses. */
    private static final long NON_CANONICAL = 0x8000_0000_0000_0000L;
    private static final int READ_WRITE = Rights.READ_WRITE.bits();

    /** Bits of a page fault's error code: SDM volume 3, 4.7. */
    private static final int PRESENT = 1;
    private static final int WRITE = 2;
    private static final int USER = 4;
    private static final int FETCH = 16;

    /** Vectors: SDM volume 3, table 6-1. */
    private static final int DIVIDE_ERROR = 0;
    private static final int DEBUG = 1;
    private static final int BREAKPOINT = 3;
    private static final int GENERAL_PROTECTION = 13;

    private static final byte[] ILLEGAL = MachineCode.of("0F 0B C3");                   // ud2
    private static final int UD2_BYTES = 2;
    private static final byte[] ARRAY_INDEX_TRAP = MachineCode.of("67 0F B9 80 01 10 00 00 C3"); // ud1l 0x1001(%eax), %eax
    private static final byte[] DIVIDE = MachineCode.of("31 C9 31 D2 F7 F1 C3");        // xor %ecx, %ecx; xor %edx, %edx; div %ecx
    private static final byte[] HALT = MachineCode.of("F4 C3");                         // hlt
    private static final byte[] READ_PORT = MachineCode.of("E4 60 C3");                 // in $0x60, %al
    private static final byte[] INT3 = MachineCode.of("CC C3");                         // int3
    private static final byte[] SINGLE_STEP = MachineCode.of("9C 48 81 0C 24 00 01 00 00 9D 90 C3"); // pushf; or $0x100, (%rsp); popf; nop
    private static final byte[] READ_CONTROL_REGISTER = MachineCode.of("0F 20 D8 C3");  // mov %cr3, %rax
    private static final byte[] WRITE_MODEL_REGISTER = MachineCode.of("B9 82 00 00 C0 0F 30 C3"); // mov $0xC0000082, %ecx; wrmsr
    private static final byte[] KERNEL_CALL_GATE = MachineCode.of("CD 20 C3");          // int $0x20

    static final Case[] ALL = {
        new Case(OBJECT, "aReadOfNothingIsTold", FaultCases::aReadOfNothingIsTold),
        new Case(OBJECT, "aWriteOfNothingIsTold", FaultCases::aWriteOfNothingIsTold),
        new Case(OBJECT, "aWriteOfAReadOnlyPageIsTold", FaultCases::aWriteOfAReadOnlyPageIsTold),
        new Case(OBJECT, "anExecutionOfNothingIsTold", FaultCases::anExecutionOfNothingIsTold),
        new Case(OBJECT, "anAddressBetweenTheHalvesIsTold", FaultCases::anAddressBetweenTheHalvesIsTold),
        new Case(OBJECT, "anIllegalInstructionIsTold", FaultCases::anIllegalInstructionIsTold),
        new Case(OBJECT, "aJavaTrapIsTold", FaultCases::aJavaTrapIsTold),
        new Case(OBJECT, "aDivisionByZeroIsTold", FaultCases::aDivisionByZeroIsTold),
        new Case(OBJECT, "aBreakpointIsTold", FaultCases::aBreakpointIsTold),
        new Case(OBJECT, "aSingleStepIsTold", FaultCases::aSingleStepIsTold),
        new Case(OBJECT, "haltingTheProcessorIsTold", FaultCases::haltingTheProcessorIsTold),
        new Case(OBJECT, "aHaltIsTriedAgainAtItsOwnAddress", FaultCases::aHaltIsTriedAgainAtItsOwnAddress),
        new Case(OBJECT, "aBreakpointGoesOnBehindItself", FaultCases::aBreakpointGoesOnBehindItself),
        new Case(OBJECT, "readingAPortDirectlyIsTold", FaultCases::readingAPortDirectlyIsTold),
        new Case(OBJECT, "readingAControlRegisterIsTold", FaultCases::readingAControlRegisterIsTold),
        new Case(OBJECT, "writingAModelSpecificRegisterIsTold", FaultCases::writingAModelSpecificRegisterIsTold),
        new Case(OBJECT, "raisingADevicesInterruptIsTold", FaultCases::raisingADevicesInterruptIsTold),
        new Case(OBJECT, "anUnknownSystemCallIsTold", FaultCases::anUnknownSystemCallIsTold),
        new Case(OBJECT, "theMessageSaysWhereAndOnWhichStack", FaultCases::theMessageSaysWhereAndOnWhichStack),
        new Case(OBJECT, "theBadgeTellsWhoFaulted", FaultCases::theBadgeTellsWhoFaulted),
        new Case(OBJECT, "anAnswerLetsTheThreadTryAgain", FaultCases::anAnswerLetsTheThreadTryAgain),
        new Case(OBJECT, "anAnswerLeavesTheRegistersAlone", FaultCases::anAnswerLeavesTheRegistersAlone),
        new Case(OBJECT, "anAnswersFirstWordSaysWhereTheThreadGoesOn", FaultCases::anAnswersFirstWordSaysWhereTheThreadGoesOn),
        new Case(OBJECT, "anAnswerToAnAddressThatNoProgramHasIsRefused", FaultCases::anAnswerToAnAddressThatNoProgramHasIsRefused),
        new Case(OBJECT, "resumingLetsTheThreadTryAgain", FaultCases::resumingLetsTheThreadTryAgain),
        new Case(OBJECT, "aFaultWaitsForItsHandler", FaultCases::aFaultWaitsForItsHandler),
        new Case(OBJECT, "aFaultThatWaitsIsTakenBackBySuspension", FaultCases::aFaultThatWaitsIsTakenBackBySuspension),
        new Case(OBJECT, "withoutAHandlerTheThreadStops", FaultCases::withoutAHandlerTheThreadStops),
        new Case(OBJECT, "theFaultEndpointIsSetWhileTheThreadRuns", FaultCases::theFaultEndpointIsSetWhileTheThreadRuns),
        new Case(OBJECT, "theFaultEndpointCanBeTakenAway", FaultCases::theFaultEndpointCanBeTakenAway),
        new Case(OBJECT, "aFaultThatWaitsStaysWhereItIs", FaultCases::aFaultThatWaitsStaysWhereItIs),
        new Case(OBJECT, "withoutAReplyTheThreadStaysStopped", FaultCases::withoutAReplyTheThreadStaysStopped),
        new Case(OBJECT, "theThreadStaysStoppedWhenItsHandlersEndpointGoes", FaultCases::theThreadStaysStoppedWhenItsHandlersEndpointGoes),
        new Case(OBJECT, "theThreadStaysStoppedWhenItsHandlerDies", FaultCases::theThreadStaysStoppedWhenItsHandlerDies),
        new Case(OBJECT, "theThreadStaysStoppedWhenTheReplyGoes", FaultCases::theThreadStaysStoppedWhenTheReplyGoes),
        new Case(OBJECT, "aHandlersOwnFaultGoesToItsHandler", FaultCases::aHandlersOwnFaultGoesToItsHandler),
        new Case(OBJECT, "aThreadThatHandlesItsOwnFaultsStops", FaultCases::aThreadThatHandlesItsOwnFaultsStops),
        new Case(OBJECT, "aFaultOfACallerDoesNotDisturbItsServer", FaultCases::aFaultOfACallerDoesNotDisturbItsServer),
        new Case(OBJECT, "aFaultedThreadCanBeDeleted", FaultCases::aFaultedThreadCanBeDeleted),
    };

    private FaultCases() {
    }

    /** A handler that receives one fault from an endpoint and does no more. */
    static Actor handler(int endpoint) {
        return handler(endpoint, Fresh.reply());
    }

    /** As {@link #handler(int)}, with a reply that the case knows. @param reply 0 for none */
    static Actor handler(int endpoint, int reply) {
        Actor handler = Actor.alone();
        handler.receive(endpoint, reply);
        return handler.start();
    }

    /** A thread that reads where nothing is; its fault is told to an endpoint. */
    private static Actor astray(int endpoint) {
        Actor actor = Actor.alone();
        actor.load(NOWHERE);
        return actor.handledBy(endpoint).start();
    }

    /** Lets a thread fault in its step 0 and checks what is told. */
    private static void tells(Actor actor, FaultKind kind, long detail) {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.equal(1, handler.done(0), "how many faults were told");
        Check.equal(kind.ordinal(), handler.tag(0).label(), "the kind");
        Check.equal(5, handler.tag(0).length(), "the words of the message");
        Check.equal(detail, handler.word(0, 1), "the detail");
        Check.state(ThreadState.FAULTED, actor, "the thread's state");
        Check.equal(0, actor.done(0), "how often the step was done");
    }

    static void tells(Actor actor, long address, int code) {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.equal(FaultKind.PAGE_FAULT.ordinal(), handler.tag(0).label(), "the kind");
        Check.equal(address, handler.word(0, 1), "the address");
        Check.equal(code, handler.word(0, 3), "the error code");
    }

    static void tells(byte[] code, FaultKind kind, long detail) {
        Actor actor = Actor.alone();
        actor.execute(actor.install(code));
        tells(actor, kind, detail);
    }

    private static void aReadOfNothingIsTold() {
        Actor actor = Actor.alone();
        actor.load(NOWHERE);
        tells(actor, NOWHERE, USER);
    }

    private static void aWriteOfNothingIsTold() {
        Actor actor = Actor.alone();
        actor.store(NOWHERE, VALUE);
        tells(actor, NOWHERE, USER | WRITE);
    }

    private static void aWriteOfAReadOnlyPageIsTold() {
        Actor actor = Actor.alone();
        long address = Fresh.page();
        Actor.mapIn(actor.space(), Fresh.frame(), address, Rights.READ.bits(), 0);
        actor.store(address, VALUE);
        tells(actor, address, USER | WRITE | PRESENT);
    }

    private static void anExecutionOfNothingIsTold() {
        Actor actor = Actor.alone();
        actor.execute(NOWHERE);
        tells(actor, NOWHERE, USER | FETCH);
    }

    private static void anAddressBetweenTheHalvesIsTold() {
        Actor actor = Actor.alone();
        actor.load(NON_CANONICAL);
        tells(actor, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }

    private static void anIllegalInstructionIsTold() {
        tells(ILLEGAL, FaultKind.ILLEGAL_INSTRUCTION, 0);
    }

    private static void aJavaTrapIsTold() {
        tells(ARRAY_INDEX_TRAP, FaultKind.JAVA_TRAP, JavaTrap.ARRAY_INDEX.ordinal());
    }

    private static void aDivisionByZeroIsTold() {
        tells(DIVIDE, FaultKind.PROCESSOR_EXCEPTION, DIVIDE_ERROR);
    }

    private static void aBreakpointIsTold() {
        tells(INT3, FaultKind.PROCESSOR_EXCEPTION, BREAKPOINT);
    }

    private static void aSingleStepIsTold() {
        tells(SINGLE_STEP, FaultKind.PROCESSOR_EXCEPTION, DEBUG);
    }

    private static void haltingTheProcessorIsTold() {
        tells(HALT, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }

    /** Has a thread carry out one instruction, which fails. @return at which offset the thread is told to be */
    private static long toldOffset(Actor actor, byte[] code) {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint, 0);
        long address = actor.install(code);
        actor.execute(address);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.equal(FaultKind.PROCESSOR_EXCEPTION.ordinal(), handler.tag(0).label(), "the kind");
        return handler.word(0, 0) - address;
    }

    private static void aHaltIsTriedAgainAtItsOwnAddress() {
        Actor actor = Actor.alone();
        Check.equal(0, toldOffset(actor, HALT), "the offset of the instruction that is told");
        int again = Fresh.endpoint();
        Check.done(setFaultEndpoint(actor, again), "saying who hears of it the second time");
        Actor handler = handler(again);
        Check.done(actor.resume(), "resuming");
        Actor.letAllRun();
        Check.equal(GENERAL_PROTECTION, handler.word(0, 1), "what is told the second time");
        Check.equal(0, actor.done(0), "how often the instruction was carried out");
    }

    private static void aBreakpointGoesOnBehindItself() {
        Actor actor = Actor.alone();
        Check.equal(1, toldOffset(actor, INT3), "the offset of the instruction that is told");
        Check.done(actor.resume(), "resuming");
        Actor.letAllRun();
        Check.equal(1, actor.done(0), "how often the code behind it was carried out");
    }

    private static void readingAPortDirectlyIsTold() {
        tells(READ_PORT, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }

    private static void readingAControlRegisterIsTold() {
        tells(READ_CONTROL_REGISTER, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }

    private static void writingAModelSpecificRegisterIsTold() {
        tells(WRITE_MODEL_REGISTER, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }

    private static void raisingADevicesInterruptIsTold() {
        tells(KERNEL_CALL_GATE, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }

    private static void anUnknownSystemCallIsTold() {
        Actor actor = Actor.alone();
        actor.systemCall(SystemCallNumber.COUNT + 5, 0, 0, 0);
        tells(actor, FaultKind.UNKNOWN_SYSTEM_CALL, SystemCallNumber.COUNT + 5);
    }

    private static void theMessageSaysWhereAndOnWhichStack() {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint);
        Actor actor = Actor.alone();
        long code = actor.install(ILLEGAL);
        actor.execute(code);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.equal(code, handler.word(0, 0), "the instruction");
        Check.equal(actor.stackTop() - Long.BYTES, handler.word(0, 2), "the stack pointer");
    }

    private static void theBadgeTellsWhoFaulted() {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint);
        astray(Fresh.mint(endpoint, Rights.WRITE, BADGE));
        Actor.letAllRun();
        Check.equal(BADGE, handler.badge(0), "the badge");
    }

    private static void anAnswerLetsTheThreadTryAgain() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        handler(endpoint, reply);
        Actor actor = Actor.alone();
        long address = Fresh.page();
        int load = actor.load(address);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Actor.mapIn(actor.space(), Fresh.frame(), address, READ_WRITE, 0);
        answer(reply);
        Actor.letAllRun();
        Check.equal(1, actor.done(load), "how often the page was read");
    }

    /** Lets the thread try again. */
    private static KernelError answer(int reply) {
        Message.setWords(VALUE, VALUE, VALUE);
        Message.setNextWords(VALUE, VALUE, VALUE);
        return Message.errorOf(SystemCalls.send(Capability.at(reply), Tag.of(VALUE, 0)));
    }

    /** Lets the thread go on there. */
    private static KernelError answer(int reply, long address) {
        Message.setWords(address, VALUE, VALUE);
        Message.setNextWords(VALUE, VALUE, VALUE);
        return Message.errorOf(SystemCalls.send(Capability.at(reply), Tag.of(VALUE, Tag.REGISTER_WORDS)));
    }

    private static void anAnswersFirstWordSaysWhereTheThreadGoesOn() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor handler = Actor.alone();
        int told = handler.receive(endpoint, reply);
        handler.start();
        Actor actor = Actor.alone();
        int step = actor.execute(actor.install(ILLEGAL));
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.done(answer(reply, handler.word(told, 0) + UD2_BYTES), "answering");
        Actor.letAllRun();
        Check.equal(1, actor.done(step), "how often the code behind the illegal instruction was carried out");
    }

    private static void anAnswerToAnAddressThatNoProgramHasIsRefused() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        handler(endpoint, reply);
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.error(KernelError.RANGE_ERROR, answer(reply, UserLayout.LIMIT), "an answer to the end of the address space");
        Check.error(KernelError.RANGE_ERROR, answer(reply, NON_CANONICAL), "an answer to an address between the halves");
        Check.error(KernelError.RANGE_ERROR, answer(reply, -1), "an answer to the kernel's half");
        Check.state(ThreadState.FAULTED, actor, "the state");
        Check.done(answer(reply), "a possible answer, which nobody else has taken");
    }

    private static void anAnswerLeavesTheRegistersAlone() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        handler(endpoint, reply);
        Actor actor = Actor.alone();
        long address = Fresh.page();
        actor.store(address, VALUE + 1);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        int frame = Fresh.frame();
        Actor.mapIn(actor.space(), Fresh.copy(frame, Rights.ALL), address, READ_WRITE, 0);
        answer(reply);
        Actor.letAllRun();
        Check.equal(VALUE + 1, Fresh.read(Fresh.map(frame)), "what was in the register that the thread wrote to memory");
    }

    private static void resumingLetsTheThreadTryAgain() {
        Actor actor = Actor.alone();
        long address = Fresh.page();
        int load = actor.load(address);
        actor.start();
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state before");
        Actor.mapIn(actor.space(), Fresh.frame(), address, READ_WRITE, 0);
        Check.done(actor.resume(), "resuming");
        Actor.letAllRun();
        Check.equal(1, actor.done(load), "how often the page was read");
    }

    private static void aFaultWaitsForItsHandler() {
        int endpoint = Fresh.endpoint();
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
        Actor handler = handler(endpoint);
        Actor.letAllRun();
        Check.equal(FaultKind.PAGE_FAULT.ordinal(), handler.tag(0).label(), "the kind");
        Check.equal(1, handler.done(0), "how many faults were told");
    }

    private static void aFaultThatWaitsIsTakenBackBySuspension() {
        int endpoint = Fresh.endpoint();
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.done(actor.suspend(), "suspending");
        Actor handler = handler(endpoint);
        Actor.letAllRun();
        Check.equal(0, handler.done(0), "how many faults were told");
    }

    private static void withoutAHandlerTheThreadStops() {
        Actor actor = Actor.alone();
        int load = actor.load(NOWHERE);
        actor.start();
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
        Check.equal(0, actor.done(load), "how often nothing was read");
    }

    private static KernelError setFaultEndpoint(Actor actor, int endpoint) {
        return Kernel.call(actor.thread(), Invocation.TCB_SET_FAULT_ENDPOINT, endpoint);
    }

    private static void theFaultEndpointIsSetWhileTheThreadRuns() {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint);
        Actor actor = Actor.alone();
        int go = Fresh.notification();
        actor.await(go);
        actor.load(NOWHERE);
        actor.start();
        Actor.letAllRun();
        Check.done(setFaultEndpoint(actor, Fresh.mint(endpoint, Rights.WRITE, BADGE)), "setting it");
        Check.state(ThreadState.WAITING, actor, "the state");
        Notifier.signal(go);
        Actor.letAllRun();
        Check.equal(FaultKind.PAGE_FAULT.ordinal(), handler.tag(0).label(), "the kind");
        Check.equal(BADGE, handler.badge(0), "the badge");
    }

    private static void theFaultEndpointCanBeTakenAway() {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint);
        Actor actor = astray(endpoint);
        Check.done(setFaultEndpoint(actor, 0), "taking it away");
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
        Check.equal(0, handler.done(0), "how many faults were told");
    }

    private static void aFaultThatWaitsStaysWhereItIs() {
        int endpoint = Fresh.endpoint();
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.done(setFaultEndpoint(actor, Fresh.endpoint()), "setting another");
        Actor handler = handler(endpoint);
        Actor.letAllRun();
        Check.equal(1, handler.done(0), "how many faults were told");
    }

    private static void withoutAReplyTheThreadStaysStopped() {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint, 0);
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.equal(1, handler.done(0), "how many faults were told");
        Check.state(ThreadState.FAULTED, actor, "the state");
    }

    private static void theThreadStaysStoppedWhenItsHandlersEndpointGoes() {
        int endpoint = Fresh.endpoint();
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.done(Fresh.revoke(endpoint), "revoking the thread's capability");
        Check.done(Fresh.delete(endpoint), "deleting the endpoint");
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
    }

    private static void theThreadStaysStoppedWhenItsHandlerDies() {
        int endpoint = Fresh.endpoint();
        Actor handler = handler(endpoint);
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.done(Fresh.delete(handler.thread()), "deleting the handler");
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
    }

    private static void theThreadStaysStoppedWhenTheReplyGoes() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        handler(endpoint, reply);
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.done(Fresh.delete(reply), "deleting the reply");
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
    }

    private static void aHandlersOwnFaultGoesToItsHandler() {
        int first = Fresh.endpoint();
        int second = Fresh.endpoint();
        int reply = Fresh.reply();
        long address = Fresh.page();
        Actor chief = Actor.alone();
        chief.receive(second, reply);
        chief.start();
        Actor handler = Actor.alone();
        int firstReply = Fresh.reply();
        handler.receive(first, firstReply);
        int load = handler.load(address);
        handler.send(firstReply, 1, 0);
        handler.handledBy(Fresh.mint(second, Rights.WRITE, BADGE)).start();
        Actor actor = Actor.alone();
        int store = actor.store(address, VALUE);
        actor.handledBy(first).start();
        Actor.letAllRun();
        Check.equal(BADGE, chief.badge(0), "whose fault the chief was told");
        Check.equal(0, handler.done(load), "how often the handler has read");
        int frame = Fresh.frame();
        Actor.mapIn(handler.space(), frame, address, READ_WRITE, 0);
        Actor.mapIn(actor.space(), Fresh.copy(frame, Rights.ALL), address, READ_WRITE, 0);
        answer(reply);
        Actor.letAllRun();
        Check.equal(1, handler.done(load), "how often the handler has read at last");
        Check.equal(1, actor.done(store), "how often the thread has written at last");
    }

    private static void aThreadThatHandlesItsOwnFaultsStops() {
        int endpoint = Fresh.endpoint();
        Actor actor = Actor.alone();
        actor.load(NOWHERE);
        actor.receive(endpoint, 0);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.state(ThreadState.FAULTED, actor, "the state");
    }

    private static void aFaultOfACallerDoesNotDisturbItsServer() {
        int endpoint = Fresh.endpoint();
        int reply = Fresh.reply();
        Actor server = Actor.alone();
        int first = server.receive(endpoint, reply);
        int again = server.replyReceive(endpoint, reply, 1, 0);
        server.then(again, again).start();
        Actor faulty = Actor.alone();
        faulty.call(endpoint, 1, 0);
        faulty.load(NOWHERE);
        faulty.start();
        Actor.letAllRun();
        Actor caller = Actor.alone();
        caller.call(endpoint, 1, 0);
        caller.start();
        Actor.letAllRun();
        Check.equal(1, server.done(first), "how often the first receive returned");
        Check.equal(1, caller.done(0), "how often another's call returned");
    }

    private static void aFaultedThreadCanBeDeleted() {
        int endpoint = Fresh.endpoint();
        Actor actor = astray(endpoint);
        Actor.letAllRun();
        Check.done(Fresh.delete(actor.thread()), "deleting it");
        Actor handler = handler(endpoint);
        Actor.letAllRun();
        Check.equal(0, handler.done(0), "how many faults were told");
    }
}
