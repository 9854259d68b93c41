package peaberry.conformance;

import static peaberry.conformance.MachineCode.R10;
import static peaberry.conformance.MachineCode.R12;
import static peaberry.conformance.MachineCode.R13;
import static peaberry.conformance.MachineCode.R8;
import static peaberry.conformance.MachineCode.R9;
import static peaberry.conformance.MachineCode.RAX;
import static peaberry.conformance.MachineCode.RBX;
import static peaberry.conformance.MachineCode.RDI;
import static peaberry.conformance.MachineCode.RDX;
import static peaberry.conformance.MachineCode.RSI;

import peaberry.runtime.Region;
import peaberry.runtime.Workspace;

/**
 * The code that every {@link Actor} runs: it carries out the steps of a script, one after the other. It is machine code, so
 * that an actor can make any system call with any registers, needs nothing of a Java program in its address space, and shares
 * no memory with another but what a case gives it. rbp holds the address of the step.
 *
 * <p>A step is {@link #STEP_BYTES} bytes: first the address of the code that carries it out, then operands and results at the
 * offsets below.
 */
final class ActorCode {

    static final int CODE = 0x00;
    /** Operands of a system call: number with timeout, capability, reply, tag, then the words; any other step has its first two here. */
    static final int NUMBER = 0x08;
    static final int CAPABILITY = 0x10;
    static final int REPLY = 0x18;
    static final int TAG = 0x20;
    static final int WORDS = 0x28;
    static final int FIRST = NUMBER;
    static final int SECOND = CAPABILITY;
    /** How often the step was carried out. */
    static final int DONE = 0x60;
    /** The address of the step that follows. */
    static final int NEXT = 0x68;
    /** Results of a system call; any other step has its result in the first word. */
    static final int BADGE_RESULT = 0x70;
    static final int TAG_RESULT = 0x78;
    static final int WORD_RESULTS = 0x80;
    static final int STEP_BYTES = 0xC0;

    private static final int[] WORD_REGISTERS = {RDX, R10, R8, R9, RBX, R12};

    /** The page of the workspace with the code; it is there in the address space of every actor. */
    private static final int PAGE = 0;
    private static final long BASE = Workspace.address(PAGE);

    private static final MachineCode ASSEMBLER = new MachineCode();

    /** Where a thread starts, its argument being the address of its first step. */
    static final long START = BASE + ASSEMBLER.here();

    static {
        ASSEMBLER.raw("48 89 FD");                              // mov %rdi, %rbp
        ASSEMBLER.raw("FF 65 00");                              // jmp *(%rbp)
    }

    private static final int FINISH = ASSEMBLER.here();

    static {
        ASSEMBLER.raw("48 FF 45 60");                           // incq DONE(%rbp)
        ASSEMBLER.raw("48 8B 6D 68");                           // mov NEXT(%rbp), %rbp
        ASSEMBLER.raw("FF 65 00");                              // jmp *(%rbp)
    }

    /** Makes a system call. */
    static final long SYSTEM_CALL = BASE + ASSEMBLER.here();

    static {
        ASSEMBLER.load(RAX, NUMBER).load(RDI, CAPABILITY).load(R13, REPLY).load(RSI, TAG);
        for (int i = 0; i < WORD_REGISTERS.length; i++) {
            ASSEMBLER.load(WORD_REGISTERS[i], WORDS + Long.BYTES * i);
        }
        ASSEMBLER.raw("0F 05");                                 // syscall
        ASSEMBLER.store(RDI, BADGE_RESULT).store(RSI, TAG_RESULT);
        for (int i = 0; i < WORD_REGISTERS.length; i++) {
            ASSEMBLER.store(WORD_REGISTERS[i], WORD_RESULTS + Long.BYTES * i);
        }
        ASSEMBLER.jump(FINISH);
    }

    /** Reads eight bytes at the address in the first operand. */
    static final long LOAD = BASE + ASSEMBLER.here();

    static {
        ASSEMBLER.load(RAX, FIRST).raw("48 8B 00");             // mov (%rax), %rax
        ASSEMBLER.store(RAX, WORD_RESULTS).jump(FINISH);
    }

    /** Writes the second operand to the address in the first one. */
    static final long STORE = BASE + ASSEMBLER.here();

    static {
        ASSEMBLER.load(RAX, FIRST).load(RDX, SECOND);
        ASSEMBLER.raw("48 89 10").jump(FINISH);                 // mov %rdx, (%rax)
    }

    /** Calls the code at the address in the first operand; the result is what it leaves in rax. */
    static final long EXECUTE = BASE + ASSEMBLER.here();

    static {
        ASSEMBLER.load(RAX, FIRST).raw("FF D0");                // call *%rax
        ASSEMBLER.store(RAX, WORD_RESULTS).jump(FINISH);
    }

    /** Counts for ever; the count is the result. */
    static final long COUNT = BASE + ASSEMBLER.here();

    static {
        ASSEMBLER.raw("48 FF 85 80 00 00 00");                  // again: incq WORD_RESULTS(%rbp)
        ASSEMBLER.raw("EB F7");                                 // jmp again
    }

    private static final byte[] BYTES = ASSEMBLER.toBytes();

    private ActorCode() {
    }

    /** Writes the code into the page of the workspace that holds it, which is mapped writable. */
    static void write() {
        Region memory = Workspace.memory();
        for (int i = 0; i < BYTES.length; i++) {
            memory.setByte(i, BYTES[i]);
        }
    }

    /** The address of the page with the code. */
    static long page() {
        return BASE;
    }
}
