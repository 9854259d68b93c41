package peaberry.conformance;

import peaberry.abi.FaultKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.runtime.Workspace;

/**
 * The ways into the kernel and out of it, as a hostile program would take them: flags, stack pointers, segments and return
 * addresses of its choice. The kernel must neither fail nor be led to do anything for it.
 */
final class EntryCases {

    private static final String OBJECT = "Entry";

    /** Vectors: SDM volume 3, table 6-1. */
    private static final int DEBUG = 1;
    private static final int BREAKPOINT = 3;
    private static final int GENERAL_PROTECTION = 13;
    private static final int VECTORS = 256;
    private static final int FETCH_BY_USER = 20;

    /** AC, NT and DF. */
    private static final int HOSTILE_FLAGS = 0x4_4400;
    /** Interrupts on, and the privilege level for input and output. */
    private static final int INTERRUPT_FLAG = 0x200;
    private static final int PRIVILEGE_FLAGS = 0x3000;

    /** What only the kernel may do. Each ends with ret, should it be done after all. */
    private static final byte[][] PRIVILEGED = {
        MachineCode.of("FA C3"),                        // cli
        MachineCode.of("FB C3"),                        // sti
        MachineCode.of("EE C3"),                        // out %al, %dx
        MachineCode.of("0F 22 C0 C3"),                  // mov %rax, %cr0
        MachineCode.of("0F 22 E0 C3"),                  // mov %rax, %cr4
        MachineCode.of("44 0F 22 C0 C3"),               // mov %rax, %cr8
        MachineCode.of("0F 21 F8 C3"),                  // mov %dr7, %rax
        MachineCode.of("0F 23 F8 C3"),                  // mov %rax, %dr7
        MachineCode.of("0F 01 14 24 C3"),               // lgdt (%rsp)
        MachineCode.of("0F 01 1C 24 C3"),               // lidt (%rsp)
        MachineCode.of("0F 00 D0 C3"),                  // lldt %ax
        MachineCode.of("0F 00 D8 C3"),                  // ltr %ax
        MachineCode.of("0F 01 F0 C3"),                  // lmsw %ax
        MachineCode.of("0F 06 C3"),                     // clts
        MachineCode.of("0F 01 44 24 F0 C3"),            // sgdt -16(%rsp)
        MachineCode.of("0F 01 4C 24 F0 C3"),            // sidt -16(%rsp)
        MachineCode.of("0F 00 C0 C3"),                  // sldt %eax
        MachineCode.of("0F 00 C8 C3"),                  // str %eax
        MachineCode.of("0F 01 E0 C3"),                  // smsw %eax
        MachineCode.of("0F 32 C3"),                     // rdmsr
        MachineCode.of("0F 33 C3"),                     // rdpmc
        MachineCode.of("0F 01 F8 C3"),                  // swapgs
        MachineCode.of("48 0F 07 C3"),                  // sysretq
        MachineCode.of("0F 34 C3"),                     // sysenter
        MachineCode.of("0F 35 C3"),                     // sysexit
        MachineCode.of("0F 01 3C 24 C3"),               // invlpg (%rsp)
        MachineCode.of("0F 08 C3"),                     // invd
        MachineCode.of("0F 09 C3"),                     // wbinvd
        MachineCode.of("0F 01 D1 C3"),                  // xsetbv
    };

    /** Segments that are not a program's: the kernel's, the task's, those of a table that is not there. */
    private static final byte[][] SEGMENTS = {
        MachineCode.of("B8 10 00 00 00 8E D8 C3"),      // mov $KERNEL_DATA, %eax; mov %eax, %ds
        MachineCode.of("B8 10 00 00 00 8E D0 C3"),      // mov $KERNEL_DATA, %eax; mov %eax, %ss
        MachineCode.of("B8 07 00 00 00 8E D8 C3"),      // mov $7, %eax; mov %eax, %ds: of the local table
        MachineCode.of("B8 2B 00 00 00 8E E0 C3"),      // mov $TASK_STATE, %eax; mov %eax, %fs
        MachineCode.of("6A 07 6A 00 FF 1C 24 C3"),      // push $7; push $0; lcall *(%rsp)
        MachineCode.of("6A 2B 6A 00 FF 5C 24 04 C3"),   // push $TASK_STATE; push $0; lcall *4(%rsp)
        MachineCode.of("6A 08 48 8D 05 03 00 00 00 50 48 CB C3"), // push $KERNEL_CODE; push the next but one; lretq
        MachineCode.of("48 89 E0 6A 10 50 9C 6A 08 48 8D 05 03 00 00 00 50 48 CF C3"), // a frame of the kernel's; iretq
    };

    private static final byte[] SET_FLAGS = MachineCode.of(
            "9C 81 0C 24 00 44 04 00 9D"                // pushf; or $HOSTILE_FLAGS, (%rsp); popf
            + " 31 C0 C3");                             // xor %eax, %eax; ret
    private static final byte[] TAKE_FLAGS = MachineCode.of(
            "9C 58 25 00 44 04 00"                      // pushf; pop %rax; and $HOSTILE_FLAGS, %eax
            + " 9C 81 24 24 FF BB FB FF 9D C3");        // pushf; and $~HOSTILE_FLAGS, (%rsp); popf; ret
    private static final byte[] FLAGS_AT_AN_EXCEPTION = MachineCode.of(
            "9C 81 0C 24 00 44 04 00 9D"                // pushf; or $HOSTILE_FLAGS, (%rsp); popf
            + " 0F 57 C0"                               // xorps %xmm0, %xmm0: the first use of a vector register
            + " 9C 58 FC 25 00 44 04 00 C3");           // pushf; pop %rax; cld; and $HOSTILE_FLAGS, %eax; ret
    private static final byte[] RAISE_PRIVILEGE = MachineCode.of(
            "68 02 30 00 00 9D 9C 58 C3");              // push $PRIVILEGE_FLAGS | 2; popf; pushf; pop %rax; ret
    private static final byte[] RAISE_PRIVILEGE_BY_RETURN = MachineCode.of(
            "48 89 E0 6A 1B 50 68 02 30 00 00"          // mov %rsp, %rax; push $USER_DATA; push %rax; push $PRIVILEGE_FLAGS | 2
            + " 6A 23 48 8D 05 03 00 00 00 50 48 CF"    // push $USER_CODE; lea 1f(%rip), %rax; push %rax; iretq
            + " 9C 58 C3");                             // 1: pushf; pop %rax; ret

    private static final byte[][] SINGLE_STEPS = {
        MachineCode.of("9C 81 0C 24 00 01 00 00"        // pushf; or $TF, (%rsp)
                + " 31 C0 9D 0F 05 90 90 C3"),          // xor %eax, %eax; popf; syscall; nop; nop; ret
        MachineCode.of("8C D1 9C 81 0C 24 00 01 00 00"  // mov %ss, %ecx; pushf; or $TF, (%rsp)
                + " 31 C0 9D 8E D1 0F 05 90 90 C3"),    // xor %eax, %eax; popf; mov %ecx, %ss; syscall; nop; nop; ret
    };
    private static final byte[] BREAKPOINT_AFTER_STACK_SWITCH = MachineCode.of("8C D0 8E D0 CC C3"); // mov %ss, %eax; mov %eax, %ss; int3
    private static final byte[] DEBUG_AFTER_STACK_SWITCH = MachineCode.of("8C D0 8E D0 F1 C3"); // mov %ss, %eax; mov %eax, %ss; int1

    private static final byte[] JUMP_BETWEEN_THE_HALVES = MachineCode.of("48 B8 00 00 00 00 00 80 00 00 FF E0"); // mov $1 << 47, %rax; jmp *%rax
    private static final byte[] NULL_CALL = MachineCode.of("31 C0 0F 05"); // xor %eax, %eax; syscall

    private static final long KERNEL_TEXT = 0xFFFF_FFFF_8020_0000L;
    private static final long NON_CANONICAL = 1L << 47;
    private static final byte[] CALL_ON_KERNEL_STACK = callOnStack(KERNEL_TEXT);
    private static final byte[] CALL_ON_NO_STACK = callOnStack(NON_CANONICAL);
    private static final byte[] EXCEPTION_ON_KERNEL_STACK = exceptionOnStack(KERNEL_TEXT);
    private static final byte[] EXCEPTION_ON_NO_STACK = exceptionOnStack(NON_CANONICAL);

    private static final int STUB_BYTES = 4;
    /** Counts up the second operand of its step, and executes INT with what that was. */
    private static final byte[] NEXT_VECTOR = nextVector();

    static final Case[] ALL = {
        new Case(OBJECT, "whatOnlyTheKernelMayDoIsTold", EntryCases::whatOnlyTheKernelMayDoIsTold),
        new Case(OBJECT, "segmentsOfTheKernelAreRefused", EntryCases::segmentsOfTheKernelAreRefused),
        new Case(OBJECT, "noVectorIsOpenButTheBreakpoint", EntryCases::noVectorIsOpenButTheBreakpoint),
        new Case(OBJECT, "flagsOfACallerDoNotDisturbTheKernel", EntryCases::flagsOfACallerDoNotDisturbTheKernel),
        new Case(OBJECT, "flagsAtAnExceptionDoNotDisturbTheKernel", EntryCases::flagsAtAnExceptionDoNotDisturbTheKernel),
        new Case(OBJECT, "flagsAtAFaultDoNotDisturbTheKernel", EntryCases::flagsAtAFaultDoNotDisturbTheKernel),
        new Case(OBJECT, "nobodyRaisesItsPrivilege", EntryCases::nobodyRaisesItsPrivilege),
        new Case(OBJECT, "aSingleStepOverASystemCallIsTheThreads", EntryCases::aSingleStepOverASystemCallIsTheThreads),
        new Case(OBJECT, "debugExceptionsBehindAStackSwitchAreTheThreads", EntryCases::debugExceptionsBehindAStackSwitchAreTheThreads),
        new Case(OBJECT, "aSystemCallAtTheEndOfTheLowerHalfReturns", EntryCases::aSystemCallAtTheEndOfTheLowerHalfReturns),
        new Case(OBJECT, "aJumpBetweenTheHalvesIsTold", EntryCases::aJumpBetweenTheHalvesIsTold),
        new Case(OBJECT, "aSystemCallOnAnyStackReturns", EntryCases::aSystemCallOnAnyStackReturns),
        new Case(OBJECT, "anExceptionOnAnyStackReturns", EntryCases::anExceptionOnAnyStackReturns),
    };

    private EntryCases() {
    }

    private static byte[] callOnStack(long stackPointer) {
        return onStack(stackPointer, "31 C0 0F 05");    // xor %eax, %eax; syscall
    }

    private static byte[] exceptionOnStack(long stackPointer) {
        return onStack(stackPointer, "0F 57 C0");       // xorps %xmm0, %xmm0: the first use of a vector register
    }

    /** Answers by how much the stack pointer was changed. */
    private static byte[] onStack(long stackPointer, String instructions) {
        return new MachineCode().raw("55 41 57 48 89 E5") // push %rbp; push %r15; mov %rsp, %rbp
                .immediate(MachineCode.RAX, stackPointer).raw("48 89 C4") // mov %rax, %rsp
                .raw(instructions)
                .immediate(MachineCode.RAX, stackPointer).raw("48 29 C4") // sub %rax, %rsp
                .raw("48 89 E0 48 89 EC")               // mov %rsp, %rax; mov %rbp, %rsp
                .raw("41 5F 5D C3").toBytes();          // pop %r15; pop %rbp; ret
    }

    private static byte[] nextVector() {
        MachineCode code = new MachineCode()
                .raw("48 8B 45 10 48 FF 45 10")         // mov SECOND(%rbp), %rax; incq SECOND(%rbp)
                .raw("48 8D 0D 06 00 00 00")            // lea stubs(%rip), %rcx
                .raw("48 8D 0C 81 FF E1");              // lea (%rcx, %rax, STUB_BYTES), %rcx; jmp *%rcx
        int stubs = code.here();
        for (int vector = 0; vector < VECTORS; vector++) {
            code.number(0x9000_00CD | 0xC3 << 16 | vector << 8); // int $vector; ret; nop
        }
        if (code.here() != stubs + VECTORS * STUB_BYTES) {
            throw new IllegalStateException("a stub has another size");
        }
        return code.toBytes();
    }

    private static Actor running(byte[] code) {
        Actor actor = Actor.alone();
        actor.execute(actor.install(code));
        return actor;
    }

    private static void returns(byte[] code, String what) {
        Actor actor = running(code);
        actor.start();
        Actor.letAllRun();
        Check.equal(1, actor.done(0), "how often it came to its end");
        Check.equal(0, actor.value(0), what);
    }

    private static void allTell(byte[][] programs, int vector) {
        for (byte[] program : programs) {
            FaultCases.tells(program, FaultKind.PROCESSOR_EXCEPTION, vector);
            Actor.clear();
            Fresh.clear();
        }
    }

    private static void whatOnlyTheKernelMayDoIsTold() {
        allTell(PRIVILEGED, GENERAL_PROTECTION);
    }

    /** Which exception it is differs: before QEMU 9.1 a far return reads the program's stack as the kernel would, and SMAP forbids it. */
    private static void segmentsOfTheKernelAreRefused() {
        for (byte[] program : SEGMENTS) {
            fails(program);
        }
    }

    private static void fails(byte[] program) {
        int endpoint = Fresh.endpoint();
        Actor handler = FaultCases.handler(endpoint);
        Actor actor = running(program);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.equal(1, handler.done(0), "how many faults were told");
        Check.equal(0, actor.done(0), "how often it came to its end");
        Actor.clear();
        Fresh.clear();
    }

    private static void noVectorIsOpenButTheBreakpoint() {
        int endpoint = Fresh.endpoint();
        Actor handler = Actor.alone();
        int receive = handler.receive(endpoint, 0);
        handler.then(receive, receive).start();
        Actor actor = running(NEXT_VECTOR).handledBy(endpoint).start();
        for (int vector = 0; vector < VECTORS; vector++) {
            Actor.letAllRun();
            Check.equal(vector + 1, handler.done(receive), "how many faults were told");
            Check.equal(FaultKind.PROCESSOR_EXCEPTION.ordinal(), handler.tag(receive).label(), "the kind");
            Check.equal(vector == BREAKPOINT ? BREAKPOINT : GENERAL_PROTECTION, handler.word(receive, 1), "the vector");
            actor.suspend();
            actor.goOnAt(0);
        }
    }

    /** The kernel zeroes and copies with string instructions, whose direction the caller had turned. */
    private static void flagsOfACallerDoNotDisturbTheKernel() {
        Actor actor = running(SET_FLAGS);
        int slot = Fresh.slot();
        int make = actor.call(Fresh.memory(), Invocation.UNTYPED_RETYPE, 5);
        actor.word(make, 0, ObjectType.FRAME.ordinal()).word(make, 2, Own.table()).word(make, 3, slot).word(make, 4, 1);
        int yield = actor.yieldProcessor();
        int take = actor.execute(actor.install(TAKE_FLAGS));
        Actor other = running(SET_FLAGS);
        other.yieldProcessor();
        other.execute(other.install(TAKE_FLAGS));
        other.start();
        actor.start();
        Actor.letAllRun();
        Check.error(KernelError.NONE, actor.error(make), "making a frame");
        Check.equal(1, actor.done(yield), "how often it let others run");
        Check.equal(HOSTILE_FLAGS, actor.value(take), "its flags");
        Check.equal(0, Fresh.read(Fresh.map(slot)), "the first word of the frame");
    }

    private static void flagsAtAnExceptionDoNotDisturbTheKernel() {
        Actor actor = running(FLAGS_AT_AN_EXCEPTION);
        actor.start();
        Actor.letAllRun();
        Check.equal(HOSTILE_FLAGS, actor.value(0), "the flags behind the exception");
    }

    private static void flagsAtAFaultDoNotDisturbTheKernel() {
        Actor actor = running(SET_FLAGS);
        long address = Fresh.page();
        int load = actor.load(address);
        int take = actor.execute(actor.install(TAKE_FLAGS));
        int endpoint = Fresh.endpoint();
        Actor handler = FaultCases.handler(endpoint);
        actor.handledBy(endpoint).start();
        Actor.letAllRun();
        Check.equal(address, handler.word(0, 1), "the address of the fault");
        Actor.mapIn(actor.space(), Fresh.frame(), address, Rights.READ.bits(), 0);
        Check.done(actor.resume(), "resuming it");
        Actor.letAllRun();
        Check.equal(1, actor.done(load), "how often the page was read");
        Check.equal(HOSTILE_FLAGS, actor.value(take), "its flags");
    }

    private static void nobodyRaisesItsPrivilege() {
        Actor one = running(RAISE_PRIVILEGE);
        Actor two = running(RAISE_PRIVILEGE_BY_RETURN);
        one.start();
        two.start();
        Actor.letAllRun();
        Check.equal(INTERRUPT_FLAG, one.value(0) & (INTERRUPT_FLAG | PRIVILEGE_FLAGS), "the flags after POPF");
        if (two.state() != ThreadState.FAULTED) {
            Check.equal(INTERRUPT_FLAG, two.value(0) & (INTERRUPT_FLAG | PRIVILEGE_FLAGS), "the flags after IRET");
        }
    }

    private static void aSingleStepOverASystemCallIsTheThreads() {
        allTell(SINGLE_STEPS, DEBUG);
    }

    /** INT1 is an invalid opcode to QEMU, a debug exception to a processor. */
    private static void debugExceptionsBehindAStackSwitchAreTheThreads() {
        fails(DEBUG_AFTER_STACK_SWITCH);
        FaultCases.tells(BREAKPOINT_AFTER_STACK_SWITCH, FaultKind.PROCESSOR_EXCEPTION, BREAKPOINT);
    }

    /** The instruction behind the SYSCALL is at the first address that nothing can be mapped at. */
    private static void aSystemCallAtTheEndOfTheLowerHalfReturns() {
        Actor actor = Actor.alone();
        int frame = Fresh.frame();
        long inSuite = Fresh.map(frame) + UserLayout.PAGE - NULL_CALL.length;
        for (int i = 0; i < NULL_CALL.length; i++) {
            Workspace.memory().setByte(inSuite - Workspace.address(0) + i, NULL_CALL[i]);
        }
        Check.done(Kernel.call(frame, Invocation.FRAME_UNMAP), "unmapping the code");
        Actor.mapIn(actor.space(), frame, UserLayout.LIMIT - UserLayout.PAGE, Rights.READ.bits(), 1);
        actor.execute(UserLayout.LIMIT - NULL_CALL.length);
        FaultCases.tells(actor, UserLayout.LIMIT, FETCH_BY_USER);
    }

    private static void aJumpBetweenTheHalvesIsTold() {
        FaultCases.tells(JUMP_BETWEEN_THE_HALVES, FaultKind.PROCESSOR_EXCEPTION, GENERAL_PROTECTION);
    }

    private static void aSystemCallOnAnyStackReturns() {
        returns(CALL_ON_KERNEL_STACK, "by how much a stack pointer into the kernel was changed");
        returns(CALL_ON_NO_STACK, "by how much a stack pointer that is no address was changed");
    }

    private static void anExceptionOnAnyStackReturns() {
        returns(EXCEPTION_ON_KERNEL_STACK, "by how much a stack pointer into the kernel was changed");
        returns(EXCEPTION_ON_NO_STACK, "by how much a stack pointer that is no address was changed");
    }
}
