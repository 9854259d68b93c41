package peaberry.conformance;

import peaberry.abi.SystemCallNumber;

/** The bases of FS and GS, which threads write themselves, and the segment registers. */
final class SegmentCases {

    private static final String OBJECT = "Segments";
    private static final int ROUNDS = 200;
    private static final long SEED = 0x1122_3344_5566L;
    private static final long OTHER_SEED = 0x6655_4433_2211L;
    /** Where the kernel has all memory. */
    private static final long KERNEL = 0xFFFF_8000_0000_0000L;
    private static final int NOT_ZERO = 5;

    private static final byte[] READ_BASES = MachineCode.of(
            "F3 48 0F AE C0 F3 48 0F AE C9"             // rdfsbase %rax; rdgsbase %rcx
            + " 48 09 C8 C3");                          // or %rcx, %rax; ret
    private static final byte[] KEEP_BASES = keepBases(SEED);
    private static final byte[] KEEP_OTHER_BASES = keepBases(OTHER_SEED);
    private static final byte[] KEEP_KERNEL_BASES = keepBases(KERNEL);
    private static final byte[] READ_THROUGH_KERNEL_BASE = new MachineCode().immediate(MachineCode.RAX, KERNEL)
            .raw("F3 48 0F AE D8")                      // wrgsbase %rax
            .raw("65 48 8B 04 25 00 00 00 00 C3")       // mov %gs:0, %rax; ret
            .toBytes();
    private static final byte[] SET_SELECTORS = MachineCode.of(
            "B8 1B 00 00 00"                            // mov $USER_DATA, %eax
            + " 8E D8 8E C0 8E E0 8E E8"                // mov %eax, %ds; %es; %fs; %gs
            + " 31 C0 C3");                             // xor %eax, %eax; ret
    private static final byte[] READ_SELECTORS = MachineCode.of(
            "8C D8 8C C1 09 C8"                         // mov %ds, %eax; mov %es, %ecx; or %ecx, %eax
            + " 8C E1 09 C8 8C E9 09 C8 C3");           // mov %fs, %ecx; or; mov %gs, %ecx; or; ret

    private static final int PRESENT_READ_BY_USER = 5;

    static final Case[] ALL = {
        new Case(OBJECT, "aThreadStartsWithoutBases", SegmentCases::aThreadStartsWithoutBases),
        new Case(OBJECT, "basesOutliveASwitch", SegmentCases::basesOutliveASwitch),
        new Case(OBJECT, "basesInTheKernelsHalfOutliveASwitch", SegmentCases::basesInTheKernelsHalfOutliveASwitch),
        new Case(OBJECT, "aThreadSeesNothingOfAnothersBases", SegmentCases::aThreadSeesNothingOfAnothersBases),
        new Case(OBJECT, "writingAThreadsRegistersClearsItsBases", SegmentCases::writingAThreadsRegistersClearsItsBases),
        new Case(OBJECT, "aBaseInTheKernelGivesNoAccess", SegmentCases::aBaseInTheKernelGivesNoAccess),
        new Case(OBJECT, "aThreadSeesNothingOfAnothersSelectors", SegmentCases::aThreadSeesNothingOfAnothersSelectors),
    };

    private SegmentCases() {
    }

    /** Sets FS's base to {@code seed} and GS's to its complement, and lets others run between checks; answers what was found changed. */
    private static byte[] keepBases(long seed) {
        MachineCode code = new MachineCode();
        code.raw("55 53 41 57 31 ED");                  // push %rbp; push %rbx; push %r15; xor %ebp, %ebp
        code.immediate(MachineCode.RAX, seed);
        code.raw("F3 48 0F AE D0 48 F7 D0");            // wrfsbase %rax; not %rax
        code.raw("F3 48 0F AE D8");                     // wrgsbase %rax
        code.raw("BB").number(ROUNDS);                  // mov $ROUNDS, %ebx
        int again = code.here();
        code.raw("B8").number(SystemCallNumber.YIELD).raw("0F 05"); // mov $YIELD, %eax; syscall
        code.immediate(MachineCode.RAX, seed);
        code.raw("F3 48 0F AE C1 48 31 C1 48 09 CD");   // rdfsbase %rcx; xor %rax, %rcx; or %rcx, %rbp
        code.raw("48 F7 D0");                           // not %rax
        code.raw("F3 48 0F AE C9 48 31 C1 48 09 CD");   // rdgsbase %rcx; xor %rax, %rcx; or %rcx, %rbp
        code.raw("FF CB").jumpIf(NOT_ZERO, again);      // dec %ebx
        code.raw("48 89 E8 41 5F 5B 5D C3");            // mov %rbp, %rax; pop %r15; pop %rbx; pop %rbp; ret
        return code.toBytes();
    }

    private static Actor running(byte[] code) {
        Actor actor = Actor.alone();
        actor.execute(actor.install(code));
        return actor;
    }

    private static void hasRun(Actor actor, int step, String what) {
        Check.equal(1, actor.done(step), "how often it came to its end");
        Check.equal(0, actor.value(step), what);
    }

    private static void aThreadStartsWithoutBases() {
        Actor actor = running(READ_BASES);
        actor.start();
        Actor.letAllRun();
        hasRun(actor, 0, "the bases");
    }

    private static void keptByBoth(byte[] one, byte[] two) {
        Actor first = running(one);
        Actor second = running(two);
        first.start();
        second.start();
        Actor.letAllRun();
        hasRun(first, 0, "what the first thread found changed");
        hasRun(second, 0, "what the second thread found changed");
    }

    private static void basesOutliveASwitch() {
        keptByBoth(KEEP_BASES, KEEP_OTHER_BASES);
    }

    private static void basesInTheKernelsHalfOutliveASwitch() {
        keptByBoth(KEEP_KERNEL_BASES, KEEP_BASES);
    }

    private static void aThreadSeesNothingOfAnothersBases() {
        Actor former = running(KEEP_KERNEL_BASES);
        former.start();
        Actor.letAllRun();
        Actor actor = running(READ_BASES);
        actor.start();
        Actor.letAllRun();
        hasRun(former, 0, "what the former thread found changed");
        hasRun(actor, 0, "the bases");
    }

    private static void writingAThreadsRegistersClearsItsBases() {
        Actor actor = running(KEEP_BASES);
        actor.await(Fresh.notification());
        int read = actor.execute(actor.install(READ_BASES));
        actor.start();
        Actor.letAllRun();
        hasRun(actor, 0, "what it found changed");
        Check.done(actor.suspend(), "suspending it");
        actor.goOnAt(read);
        Actor.letAllRun();
        hasRun(actor, read, "the bases");
    }

    private static void aBaseInTheKernelGivesNoAccess() {
        FaultCases.tells(running(READ_THROUGH_KERNEL_BASE), KERNEL, PRESENT_READ_BY_USER);
    }

    private static void aThreadSeesNothingOfAnothersSelectors() {
        Actor former = running(SET_SELECTORS);
        former.start();
        Actor.letAllRun();
        Actor actor = running(READ_SELECTORS);
        actor.start();
        Actor.letAllRun();
        hasRun(former, 0, "what the former thread answered");
        hasRun(actor, 0, "the selectors");
    }
}
