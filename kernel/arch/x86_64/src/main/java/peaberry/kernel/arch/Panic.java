package peaberry.kernel.arch;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.abi.JavaTrap;
import peaberry.abi.LineTable;

/** What is printed when the kernel itself failed: what happened, at which Java line, called from where, the registers. */
final class Panic {

    /** The boot archive's entry with the kernel's line table. */
    private static final String LINES = "kernel";
    private static final String NEW_LINE = "\r\n";

    private static final String[] EXCEPTIONS = {
        "divide error", "debug", "non-maskable interrupt", "breakpoint", "overflow", "bound range exceeded",
        "invalid opcode", "no coprocessor", "double fault", "vector 9", "invalid task state", "segment not present",
        "stack segment fault", "general protection", "page fault", "vector 15", "x87 error", "alignment check",
        "machine check", "SIMD error", "virtualisation", "control protection",
    };

    private static final long LOWEST_PAGES_END = 4096;
    private static final int MOST_CALLERS = 16;
    private static final int HEX_DIGITS = 16;
    /** CALL with a 32-bit displacement is this byte and four more. */
    private static final int CALL_RELATIVE = 0xE8;
    private static final int CALL_RELATIVE_BYTES = 5;
    /** The shortest indirect CALL is this byte and one more. */
    private static final int CALL_INDIRECT = 0xFF;
    private static final int CALL_INDIRECT_BYTES = 2;

    private static final ByteRange ARCHIVE_BYTES = new ByteRange();
    private static final BootArchive ARCHIVE = new BootArchive();
    private static final ByteRange TABLE_BYTES = new ByteRange();
    private static final LineTable TABLE = new LineTable();

    private Panic() {
    }

    static void report(int vector, long errorCode, long faultAddress, UserContext registers) {
        PanicConsole.print("\r\nKERNEL PANIC: ");
        PanicConsole.print(cause(vector, faultAddress, registers.instructionPointer()));
        PanicConsole.print(NEW_LINE);
        registers(vector, errorCode, faultAddress, registers);
        openTable();
        where("  at ", registers.instructionPointer(), registers.instructionPointer());
        callers(registers.rsp);
    }

    private static String cause(int vector, long faultAddress, long instructionPointer) {
        boolean byAddress = vector == Traps.PAGE_FAULT || vector == Traps.DOUBLE_FAULT;
        if (byAddress && KernelImage.isStackGuard(faultAddress)) {
            return "kernel stack overflow";
        }
        if (vector == Traps.PAGE_FAULT && faultAddress >= 0 && faultAddress < LOWEST_PAGES_END) {
            return JavaTrap.NULL_POINTER.text();
        }
        if (vector == Traps.INVALID_OPCODE && TrapSite.of(instructionPointer) != TrapSite.NONE) {
            return JavaTrap.of(TrapSite.ordinal(TrapSite.of(instructionPointer))).text();
        }
        return vector >= 0 && vector < EXCEPTIONS.length ? EXCEPTIONS[vector] : "unexpected exception";
    }

    private static void registers(int vector, long errorCode, long faultAddress, UserContext registers) {
        hex("  rip ", registers.instructionPointer());
        hex("  rsp ", registers.rsp);
        hex("  flg ", registers.flags());
        PanicConsole.print(NEW_LINE);
        hex("  vec ", vector);
        hex("  err ", errorCode);
        hex("  cr2 ", faultAddress);
        PanicConsole.print(NEW_LINE);
        hex("  rax ", registers.rax);
        hex("  rbx ", registers.rbx);
        hex("  rcx ", registers.rcx);
        PanicConsole.print(NEW_LINE);
        hex("  rdx ", registers.rdx);
        hex("  rsi ", registers.rsi);
        hex("  rdi ", registers.rdi);
        PanicConsole.print(NEW_LINE);
        hex("  rbp ", registers.rbp);
        hex("  r8  ", registers.r8);
        hex("  r9  ", registers.r9);
        PanicConsole.print(NEW_LINE);
        hex("  r10 ", registers.r10);
        hex("  r11 ", registers.r11);
        hex("  r12 ", registers.r12);
        PanicConsole.print(NEW_LINE);
        hex("  r13 ", registers.r13);
        hex("  r14 ", registers.r14);
        hex("  r15 ", registers.r15);
        PanicConsole.print(NEW_LINE);
    }

    /** A missing or damaged archive leaves the table empty. */
    private static void openTable() {
        ARCHIVE_BYTES.show(PhysicalBytes.LOW_MEMORY, BootMemory.archive().value(), BootMemory.archiveSize());
        BootArchive.Problem problem = ARCHIVE.open(ARCHIVE_BYTES);
        if (problem != BootArchive.Problem.NONE) {
            PanicConsole.print("  no Java lines: ");
            PanicConsole.print(problem.text());
            PanicConsole.print(NEW_LINE);
            return;
        }
        ARCHIVE.show(ARCHIVE.find(LINES, BootArchive.Kind.LINE_TABLE), TABLE_BYTES);
        TABLE.open(TABLE_BYTES);
    }

    /** Prints the Java method and line of {@code lookup}, if it has one. */
    private static void where(String label, long lookup, long address) {
        int row = TABLE.lookup(lookup);
        if (row < 0) {
            return;
        }
        PanicConsole.print(label);
        for (int i = 0; i < TABLE.methodLength(row); i++) {
            PanicConsole.print(TABLE.methodChar(row, i));
        }
        PanicConsole.print("(");
        for (int i = 0; i < TABLE.fileLength(row); i++) {
            PanicConsole.print(TABLE.fileChar(row, i));
        }
        PanicConsole.print(":");
        PanicConsole.print((long) TABLE.line(row));
        hex(")  ", address);
        PanicConsole.print(NEW_LINE);
    }

    /** Everything on the stack that looks like a return address. Without frame pointers some may be left from earlier calls. */
    private static void callers(long stackPointer) {
        int found = 0;
        for (long at = stackPointer & -Long.BYTES; KernelImage.isStack(at) && found < MOST_CALLERS; at += Long.BYTES) {
            long address = PhysicalBytes.LOW_MEMORY.int64(KernelImage.physical(at));
            if (KernelImage.isCode(address) && followsCall(address)) {
                where("  maybe from ", address - 1, address);
                found++;
            }
        }
    }

    private static boolean followsCall(long address) {
        long physical = KernelImage.physical(address);
        return PhysicalBytes.LOW_MEMORY.unsignedByte(physical - CALL_RELATIVE_BYTES) == CALL_RELATIVE
                || PhysicalBytes.LOW_MEMORY.unsignedByte(physical - CALL_INDIRECT_BYTES) == CALL_INDIRECT;
    }

    private static void hex(String label, long value) {
        PanicConsole.print(label);
        for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
            PanicConsole.print("0123456789abcdef".charAt((int) (value >>> 4 * digit) & 0xF));
        }
    }
}
