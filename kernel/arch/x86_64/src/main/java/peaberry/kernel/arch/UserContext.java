package peaberry.kernel.arch;

import peaberry.abi.Register;
import peaberry.abi.Tag;
import peaberry.machine.Embedded;
import peaberry.machine.Inline;

/**
 * A thread's registers. The assembly saves the general ones here at each entry and loads them when the thread continues.
 * {@link ContextSwitch} saves and loads the others, and empties the segment registers, when another thread is resumed.
 */
public final class UserContext {

    /** Bits of {@link #others}. */
    static final long VECTORS = 1;
    static final long BASES = 2;

    private static final long ALL_REGISTERS = 1;

    long rax;
    long rbx;
    long rcx;
    long rdx;
    long rsi;
    long rdi;
    long rbp;
    long r8;
    long r9;
    long r10;
    long r11;
    long r12;
    long r13;
    long r14;
    long r15;
    long rsp;
    /** Whether rax, rcx, r11, r14 and r15 count too. They do not after a system call, which loses them. */
    long whole;
    @Embedded
    private final ResumePoint point = new ResumePoint();

    /** The bases of FS and GS, which are canonical addresses, since the processor takes no others. */
    long fsBase;
    long gsBase;
    /** Which registers besides the general ones there may be something to load of: a sum of the two constants. */
    long others;
    /** Counts once the thread has used a vector register. */
    @Embedded
    final VectorState vectors = new VectorState();

    /** The invoked capability's slot in the system call just made. */
    public long capability() {
        return rdi;
    }

    /** The reply capability's slot in the system call just made. */
    public long reply() {
        return r13;
    }

    /** The message's tag. */
    public long tag() {
        return rsi;
    }

    /** A word of the message. @param index 0 to 5; any other is 0 */
    public long word(int index) {
        return switch (index) {
            case 0 -> rdx;
            case 1 -> r10;
            case 2 -> r8;
            case 3 -> r9;
            case 4 -> rbx;
            case 5 -> r12;
            default -> 0;
        };
    }

    public void setTag(long value) {
        rsi = value;
    }

    public void setBadge(long value) {
        rdi = value;
    }

    /** Sets a word of the message. @param index 0 to 5; any other does nothing */
    public void setWord(int index, long value) {
        switch (index) {
            case 0 -> rdx = value;
            case 1 -> r10 = value;
            case 2 -> r8 = value;
            case 3 -> r9 = value;
            case 4 -> rbx = value;
            case 5 -> r12 = value;
            default -> { }
        }
    }

    /** Copies the first {@code min(count, 6)} words of a message. */
    @Inline
    private void copyWords(UserContext from, int count) {
        if (count >= 4) {
            rdx = from.rdx;
            r10 = from.r10;
            r8 = from.r8;
            r9 = from.r9;
            if (count > 4) {
                copyLastWords(from, count);
            }
        } else if (count > 0) {
            copyFirstWords(from, count);
        }
    }

    private void copyFirstWords(UserContext from, int count) {
        rdx = from.rdx;
        if (count > 1) {
            r10 = from.r10;
        }
        if (count > 2) {
            r8 = from.r8;
        }
    }

    private void copyLastWords(UserContext from, int count) {
        rbx = from.rbx;
        if (count > Tag.REGISTER_WORDS - 1) {
            r12 = from.r12;
        }
    }

    /** Receives the tag, the badge, and the words that travel in registers. */
    @Inline
    public void take(UserContext from, Tag tag, long badge) {
        setTag(tag.bits());
        setBadge(badge);
        if (tag.length() != 0) {
            copyWords(from, tag.length());
        }
    }

    /** Makes the thread start over. An instruction pointer that no program can have becomes 0, where it faults. */
    public void start(long instructionPointer, long stackPointer, long argument) {
        point.start(instructionPointer);
        rsp = stackPointer;
        rdi = argument;
        whole = ALL_REGISTERS;
        rax = 0;
        rbx = 0;
        rcx = 0;
        rdx = 0;
        rsi = 0;
        rbp = 0;
        r8 = 0;
        r9 = 0;
        r10 = 0;
        r11 = 0;
        r12 = 0;
        r13 = 0;
        r14 = 0;
        r15 = 0;
        fsBase = 0;
        gsBase = 0;
        others = 0;
    }

    /** Makes a thread that was stopped go on elsewhere, with its registers as they are. */
    public void goOnAt(long instructionPointer) {
        point.goOnAt(instructionPointer);
    }

    /** What the thread, which stands still, will find in a register when it goes on. */
    public long register(Register register) {
        complete();
        return switch (register) {
            case RAX -> rax;
            case RCX -> rcx;
            case RDX -> rdx;
            case RBX -> rbx;
            case RSP -> rsp;
            case RBP -> rbp;
            case RSI -> rsi;
            case RDI -> rdi;
            case R8 -> r8;
            case R9 -> r9;
            case R10 -> r10;
            case R11 -> r11;
            case R12 -> r12;
            case R13 -> r13;
            case R14 -> r14;
            case R15 -> r15;
            case INSTRUCTION_POINTER -> instructionPointer();
            case FLAGS -> flags();
        };
    }

    /**
     * Sets a register of a thread that stands still. Nothing happens to the flags; an instruction pointer that no program can have
     * becomes 0, where it faults. Any other register may have any value, as in a program.
     */
    public void setRegister(Register register, long value) {
        complete();
        switch (register) {
            case RAX -> rax = value;
            case RCX -> rcx = value;
            case RDX -> rdx = value;
            case RBX -> rbx = value;
            case RSP -> rsp = value;
            case RBP -> rbp = value;
            case RSI -> rsi = value;
            case RDI -> rdi = value;
            case R8 -> r8 = value;
            case R9 -> r9 = value;
            case R10 -> r10 = value;
            case R11 -> r11 = value;
            case R12 -> r12 = value;
            case R13 -> r13 = value;
            case R14 -> r14 = value;
            case R15 -> r15 = value;
            case INSTRUCTION_POINTER -> goOnAt(value);
            case FLAGS -> { }
        }
    }

    /** After a system call: makes all registers count, those that it loses with what SYSRET would leave in them (system_call.S). */
    private void complete() {
        if (whole != ALL_REGISTERS) {
            rax = 0;
            rcx = instructionPointer();
            r11 = flags();
            r14 = 0;
            r15 = 0;
            whole = ALL_REGISTERS;
        }
    }

    /** After a fault or interrupt: makes it possible to return to the program, see {@link ResumePoint#settle}. */
    void settle() {
        point.settle();
    }

    /** Where the thread is: the failing instruction after a fault, the next one after a system call or interrupt. */
    public long instructionPointer() {
        return point.instructionPointer();
    }

    /** The flags register. */
    long flags() {
        return point.flags();
    }

    /** The stack pointer. */
    public long stackPointer() {
        return rsp;
    }
}
