package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.Tag;

/** What holds for system calls and invocations of any kind. */
final class SystemCallCases {

    private static final String OBJECT = "SystemCall";
    private static final int VALUE = 0x1234;

    /** Null system call: rbp and rsp must be as they were, and r14, which system calls may use, 0. */
    private static final byte[] KEEPS_REGISTERS = MachineCode.of(
            "55 BD 34 12 00 00"                 // push %rbp; mov $0x1234, %ebp
            + " 41 BE 0F 0F 00 00"              // mov $0x0F0F, %r14d
            + " 49 89 E0"                       // mov %rsp, %r8
            + " 31 C0 0F 05"                    // xor %eax, %eax; syscall
            + " 89 E8 44 31 F0"                 // mov %ebp, %eax; xor %r14d, %eax
            + " 4C 29 C4 48 09 E0 4C 01 C4"     // sub %r8, %rsp; or %rsp, %rax; add %r8, %rsp
            + " 5D C3");                        // pop %rbp; ret

    static final Case[] ALL = {
        new Case(OBJECT, "theNullCallReturns", SystemCallCases::theNullCallReturns),
        new Case(OBJECT, "theNullCallLeavesTheMessageAlone", SystemCallCases::theNullCallLeavesTheMessageAlone),
        new Case(OBJECT, "registersAreKeptOrCleared", SystemCallCases::registersAreKeptOrCleared),
        new Case(OBJECT, "theNullCallMayHaveATimeout", SystemCallCases::theNullCallMayHaveATimeout),
        new Case(OBJECT, "slotZeroIsNothing", SystemCallCases::slotZeroIsNothing),
        new Case(OBJECT, "anEmptySlotIsNothing", SystemCallCases::anEmptySlotIsNothing),
        new Case(OBJECT, "aSlotOutsideOfTheTableIsNothing", SystemCallCases::aSlotOutsideOfTheTableIsNothing),
        new Case(OBJECT, "aLabelThatIsNoInvocationIsIllegal", SystemCallCases::aLabelThatIsNoInvocationIsIllegal),
        new Case(OBJECT, "anInvocationThatIsTooLongIsRefused", SystemCallCases::anInvocationThatIsTooLongIsRefused),
        new Case(OBJECT, "anInvocationMayBeLongerThanItNeeds", SystemCallCases::anInvocationMayBeLongerThanItNeeds),
        new Case(OBJECT, "sendDoesNotInvoke", SystemCallCases::sendDoesNotInvoke),
        new Case(OBJECT, "invocationsSpeakForTheCallersOwnTable", SystemCallCases::invocationsSpeakForTheCallersOwnTable),
    };

    private SystemCallCases() {
    }

    private static KernelError invoke(long slot) {
        Actor actor = Actor.alone();
        int call = actor.call(slot, 0, 0);
        actor.start();
        Actor.letAllRun();
        return actor.error(call);
    }

    private static void theNullCallReturns() {
        Actor actor = Actor.alone();
        int step = actor.systemCall(SystemCallNumber.NULL, 0, 0, 0);
        actor.start();
        Actor.letAllRun();
        Check.equal(1, actor.done(step), "how often it returned");
    }

    private static void theNullCallLeavesTheMessageAlone() {
        Actor actor = Actor.alone();
        int step = actor.systemCall(SystemCallNumber.NULL, VALUE, 0, VALUE + 1);
        actor.word(step, 0, VALUE + 2).word(step, 5, VALUE + 3).start();
        Actor.letAllRun();
        Check.equal(VALUE, actor.badge(step), "the capability's register");
        Check.equal(VALUE + 1, actor.tag(step).bits(), "the tag's register");
        Check.equal(VALUE + 2, actor.word(step, 0), "the first word");
        Check.equal(VALUE + 3, actor.word(step, 5), "the last word");
    }

    private static void registersAreKeptOrCleared() {
        Actor actor = Actor.alone();
        int step = actor.execute(actor.install(KEEPS_REGISTERS));
        actor.start();
        Actor.letAllRun();
        Check.equal(VALUE, actor.value(step), "what the registers held");
    }

    private static void theNullCallMayHaveATimeout() {
        Actor actor = Actor.alone();
        int step = actor.add(ActorCode.SYSTEM_CALL, 1L << 32 | SystemCallNumber.NULL, 0);
        actor.start();
        Actor.letAllRun();
        Check.equal(1, actor.done(step), "how often the null call returned");
    }

    private static void slotZeroIsNothing() {
        Check.error(KernelError.INVALID_CAPABILITY, invoke(0), "slot 0");
    }

    private static void anEmptySlotIsNothing() {
        Check.error(KernelError.INVALID_CAPABILITY, invoke(Fresh.slot()), "an empty slot");
    }

    private static void aSlotOutsideOfTheTableIsNothing() {
        Check.error(KernelError.INVALID_CAPABILITY, invoke(1L << 10), "the slot behind the last");
        Check.error(KernelError.INVALID_CAPABILITY, invoke(-1), "a negative slot");
        Check.error(KernelError.INVALID_CAPABILITY, invoke(1L << 32 | Own.memory()), "a slot whose low bits are one");
    }

    private static void aLabelThatIsNoInvocationIsIllegal() {
        Check.error(KernelError.ILLEGAL_OPERATION, Kernel.invoke(Fresh.frame(), 1_000_000, 0), "a large label");
        Check.error(KernelError.ILLEGAL_OPERATION, Kernel.invoke(Fresh.frame(), -1, 0), "the largest label");
    }

    private static void anInvocationThatIsTooLongIsRefused() {
        Check.error(KernelError.INVALID_ARGUMENT,
                Kernel.invoke(Fresh.frame(), Invocation.FRAME_UNMAP.ordinal(), Tag.MAX_LENGTH + 1), "a message of 121 words");
    }

    private static void anInvocationMayBeLongerThanItNeeds() {
        Check.done(Kernel.invoke(Fresh.frame(), Invocation.FRAME_UNMAP.ordinal(), Tag.MAX_LENGTH), "a message of 120 words");
    }

    private static void sendDoesNotInvoke() {
        Actor actor = Actor.alone();
        int step = actor.send(Fresh.frame(), Invocation.FRAME_UNMAP.ordinal(), 0);
        actor.start();
        Actor.letAllRun();
        Check.error(KernelError.ILLEGAL_OPERATION, actor.error(step), "a send to a frame");
    }

    private static void invocationsSpeakForTheCallersOwnTable() {
        int table = Fresh.table(4);
        Check.done(Kernel.call(table, Invocation.CNODE_COPY, 1, Own.table(), table, 7), "giving it its own table");
        int endpoint = Fresh.endpoint();
        Actor actor = Actor.alone();
        int copy = actor.call(1, Invocation.CNODE_COPY, 4);
        actor.word(copy, 0, 2).word(copy, 1, Own.table()).word(copy, 2, endpoint).word(copy, 3, 7);
        actor.withTable(table).start();
        Actor.letAllRun();
        Check.error(KernelError.FAILED_LOOKUP, actor.error(copy), "copying out of a table that it does not have");
    }
}
