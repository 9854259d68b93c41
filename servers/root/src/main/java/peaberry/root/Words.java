package peaberry.root;

import peaberry.abi.FaultKind;
import peaberry.abi.JavaTrap;
import peaberry.abi.KernelError;
import peaberry.abi.LineTable;
import peaberry.abi.UserLayout;
import peaberry.runtime.Text;

/** Errors and faults in words. */
final class Words {

    private Words() {
    }

    /** Why a process could not be made. */
    static String of(KernelError error) {
        return switch (error) {
            case NOT_ENOUGH_MEMORY -> "there is not enough memory";
            case FAILED_LOOKUP -> "a device or server that it needs is missing";
            default -> error.name();
        };
    }

    /** Appends what happened. @param detail the second word of the fault message */
    static void describe(FaultKind kind, long detail, Text to) {
        switch (kind) {
            case JAVA_TRAP -> to.append(JavaTrap.of((int) detail).text());
            case PAGE_FAULT -> describePageFault(detail, to);
            case ILLEGAL_INSTRUCTION -> to.append("illegal instruction");
            case PROCESSOR_EXCEPTION -> to.append("processor exception ").decimal(detail);
            case BUDGET_EXHAUSTED -> to.append("used up its processor time");
            case UNKNOWN_SYSTEM_CALL -> to.append("unknown system call ").decimal(detail);
        }
    }

    /** Appends where it happened: {@code class.method(File.java:line)}, or that this is not known. */
    static void locate(LineTable lines, long instructionPointer, Text to) {
        int row = lines.lookup(instructionPointer);
        if (row < 0) {
            to.append("no known Java line");
            return;
        }
        for (int i = 0; i < lines.methodLength(row); i++) {
            to.appendByte(lines.methodChar(row, i));
        }
        to.append("(");
        for (int i = 0; i < lines.fileLength(row); i++) {
            to.appendByte(lines.fileChar(row, i));
        }
        to.append(":").decimal(lines.line(row)).append(")");
    }

    private static void describePageFault(long address, Text to) {
        if (address >= 0 && address < UserLayout.PAGE) {
            to.append(JavaTrap.NULL_POINTER.text());
        } else if (address >= UserLayout.STACK_BOTTOM - UserLayout.PAGE && address < UserLayout.STACK_BOTTOM) {
            to.append("stack overflow");
        } else {
            to.append("forbidden access to ").hex(address);
        }
    }
}
