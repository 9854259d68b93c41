package peaberry.conformance;

import peaberry.abi.SystemCallNumber;

/** Machine code that uses x87, SSE and AVX registers; each piece answers 0 if they hold what they must. */
final class VectorCode {

    /** AVX registers that hold something between two checks; the last one is for the check. */
    private static final int HELD = 15;
    private static final int SCRATCH = 15;

    /** Opcodes of the 0F map with prefix 66, SDM volume 2. */
    private static final int VPADDQ = 0xD4;
    private static final int VPSUBQ = 0xFB;
    private static final int VPCMPEQD = 0x76;
    private static final int VPMOVMSKB = 0xD7;
    private static final int VPOR = 0xEB;
    /** Conditions of jumps. */
    private static final int BELOW = 2;
    private static final int NOT_ZERO = 5;

    private VectorCode() {
    }

    /** Whether all registers are as after a reset. */
    static byte[] checkInitial() {
        MachineCode code = new MachineCode();
        code.raw("48 83 EC 20");                        // sub $32, %rsp
        code.raw("0F AE 1C 24");                        // stmxcsr (%rsp)
        code.raw("8B 14 24");                           // mov (%rsp), %edx
        code.raw("81 F2 80 1F 00 00");                  // xor $0x1F80, %edx
        code.raw("D9 34 24");                           // fnstenv (%rsp): control, status and tag word
        code.raw("0F B7 0C 24");                        // movzwl (%rsp), %ecx
        code.raw("81 F1 7F 03 00 00");                  // xor $0x37F, %ecx
        code.raw("09 CA");                              // or %ecx, %edx
        code.raw("0F B7 4C 24 04");                     // movzwl 4(%rsp), %ecx
        code.raw("09 CA");                              // or %ecx, %edx
        code.raw("0F B7 4C 24 08");                     // movzwl 8(%rsp), %ecx
        code.raw("81 F1 FF FF 00 00");                  // xor $0xFFFF, %ecx
        code.raw("09 CA");                              // or %ecx, %edx
        code.raw("48 83 C4 20");                        // add $32, %rsp
        for (int register = 1; register <= SCRATCH; register++) {
            code.vector(VPOR, 0, 0, register);
        }
        code.raw("C4 E2 7D 17 C0");                     // vptest %ymm0, %ymm0
        code.raw("0F 95 C0 0F B6 C0");                  // setnz %al; movzbl %al, %eax
        code.raw("48 09 D0 C3");                        // or %rdx, %rax; ret
        return code.toBytes();
    }

    /** Leaves something in every register, also in those that control; answers 0. */
    static byte[] dirty() {
        MachineCode code = new MachineCode();
        for (int register = 0; register <= SCRATCH; register++) {
            code.vector(VPCMPEQD, register, register, register);
        }
        code.raw("68 80 7F 00 00");                     // push $0x7F80
        code.raw("0F AE 14 24");                        // ldmxcsr (%rsp): round towards zero
        code.raw("D9 E8 D9 EB");                        // fld1; fldpi
        code.raw("68 7F 0F 00 00");                     // push $0xF7F
        code.raw("D9 2C 24");                           // fldcw (%rsp): round towards zero
        code.raw("48 83 C4 10 31 C0 C3");               // add $16, %rsp; xor %eax, %eax; ret
        return code.toBytes();
    }

    /** Fills the registers with multiples of {@code seed}, which is not 0, and lets others run between the checks. */
    static byte[] holdYielding(int seed, int rounds) {
        MachineCode code = new MachineCode();
        int again = begin(code, seed);
        yieldProcessor(code);
        check(code);
        code.raw("81 FB").number(rounds);               // cmp $rounds, %ebx
        code.jumpIf(BELOW, again);
        end(code);
        return code.toBytes();
    }

    /**
     * The same, but only an interrupt lets others run: until the word at {@code other}, which another counts up, was seen
     * to change {@code changes} times. Counts up the word at {@code own}.
     */
    static byte[] holdPreempted(int seed, long own, long other, int changes) {
        MachineCode code = new MachineCode();
        code.raw("41 54 45 31 E4");                     // push %r12; xor %r12d, %r12d
        int again = begin(code, seed);
        check(code);
        code.immediate(MachineCode.RAX, own).raw("48 FF 00"); // incq (%rax)
        code.immediate(MachineCode.RAX, other).raw("48 8B 00"); // mov (%rax), %rax
        code.raw("31 C9 4C 39 E0 49 89 C4");            // xor %ecx, %ecx; cmp %r12, %rax; mov %rax, %r12
        code.raw("0F 95 C1 01 CA");                     // setne %cl; add %ecx, %edx
        code.raw("81 FA").number(changes);              // cmp $changes, %edx
        code.jumpIf(BELOW, again);
        code.immediate(MachineCode.RAX, own).raw("48 FF 00"); // incq (%rax): the other may not have seen this turn's change
        end(code, "41 5C");                             // pop %r12
        return code.toBytes();
    }

    /** Leaves 0 in rbp and edx, counts rounds in ebx and in an x87 register. @return where a round begins */
    private static int begin(MachineCode code, int seed) {
        code.raw("55 53 41 57");                        // push %rbp; push %rbx; push %r15
        code.raw("B8").number(seed);                    // mov $seed, %eax
        code.raw("C5 F9 6E C0");                        // vmovd %eax, %xmm0
        code.raw("C4 E2 7D 59 C0");                     // vpbroadcastq %xmm0, %ymm0
        for (int register = 1; register < HELD; register++) {
            code.vector(VPADDQ, register, register - 1, 0);
        }
        code.raw("D9 EE");                              // fldz
        code.raw("31 DB 31 ED 31 D2");                  // xor %ebx, %ebx; xor %ebp, %ebp; xor %edx, %edx
        int again = code.here();
        code.raw("FF C3");                              // inc %ebx
        code.raw("D9 E8 DE C1");                        // fld1; faddp
        return again;
    }

    /** Collects in ebp what differs. */
    private static void check(MachineCode code) {
        for (int register = 1; register < HELD; register++) {
            code.vector(VPSUBQ, SCRATCH, register, register - 1);
            code.vector(VPCMPEQD, SCRATCH, SCRATCH, 0);
            code.vector(VPMOVMSKB, MachineCode.RAX, 0, SCRATCH);
            code.raw("F7 D0 09 C5");                    // not %eax; or %eax, %ebp
        }
    }

    private static void end(MachineCode code) {
        end(code, "");
    }

    private static void end(MachineCode code, String restore) {
        code.raw("53 DF 3C 24 58");                     // push %rbx; fistpll (%rsp); pop %rax
        code.raw("48 29 D8 48 09 E8");                  // sub %rbx, %rax; or %rbp, %rax
        code.raw("41 5F 5B 5D");                        // pop %r15; pop %rbx; pop %rbp
        if (!restore.isEmpty()) {
            code.raw(restore);
        }
        code.raw("C3");                                 // ret
    }

    /** The bits of the sum of sqrt(1 / i) for i up to {@code terms}, in SSE registers. */
    static byte[] series(int terms, boolean yielding) {
        MachineCode code = new MachineCode();
        code.raw("55 53 41 57");                        // push %rbp; push %rbx; push %r15
        code.raw("31 DB 66 0F 57 C9");                  // xor %ebx, %ebx; xorpd %xmm1, %xmm1
        code.raw("B8 01 00 00 00 F2 0F 2A D0");         // mov $1, %eax; cvtsi2sd %eax, %xmm2
        int again = code.here();
        code.raw("FF C3 F2 0F 2A DB");                  // inc %ebx; cvtsi2sd %ebx, %xmm3
        code.raw("66 0F 28 E2 F2 0F 5E E3");            // movapd %xmm2, %xmm4; divsd %xmm3, %xmm4
        code.raw("F2 0F 51 E4 F2 0F 58 CC");            // sqrtsd %xmm4, %xmm4; addsd %xmm4, %xmm1
        if (yielding) {
            yieldProcessor(code);
        }
        code.raw("81 FB").number(terms);                // cmp $terms, %ebx
        code.jumpIf(BELOW, again);
        code.raw("66 48 0F 7E C8");                     // movq %xmm1, %rax
        code.raw("41 5F 5B 5D C3");                     // pop %r15; pop %rbx; pop %rbp; ret
        return code.toBytes();
    }

    /** Lets others run, again and again, without touching a vector register; answers 0. */
    static byte[] yield(int rounds) {
        MachineCode code = new MachineCode();
        code.raw("53 BB").number(rounds);               // push %rbx; mov $rounds, %ebx
        code.raw("41 57");                              // push %r15
        int again = code.here();
        yieldProcessor(code);
        code.raw("FF CB");                              // dec %ebx
        code.jumpIf(NOT_ZERO, again);
        code.raw("31 C0 41 5F 5B C3");                  // xor %eax, %eax; pop %r15; pop %rbx; ret
        return code.toBytes();
    }

    private static void yieldProcessor(MachineCode code) {
        code.raw("B8").number(SystemCallNumber.YIELD);  // mov $YIELD, %eax
        code.raw("0F 05");                              // syscall
    }
}
