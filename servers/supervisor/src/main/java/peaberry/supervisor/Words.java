package peaberry.supervisor;

import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.JavaTrap;
import peaberry.abi.UserLayout;
import peaberry.runtime.Text;
import peaberry.system.Injection.Detection;

/** Faults in words. */
final class Words {

    private Words() {
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

    /** Appends what a process's device tried. @param page the address, as the device sees it */
    static void describe(DeviceFault kind, long page, Text to) {
        switch (kind) {
            case READ -> to.append("its device was stopped when it read at ").hex(page);
            case WRITE -> to.append("its device was stopped when it wrote at ").hex(page);
            case INTERRUPT -> to.append("its device was stopped when it raised an interrupt that is not its own");
            case NONE -> to.append("its device was stopped");
        }
    }

    /** How a fault of this kind is noticed. */
    static Detection detection(FaultKind kind) {
        return switch (kind) {
            case JAVA_TRAP -> Detection.TRAP;
            case PAGE_FAULT -> Detection.PAGE_FAULT;
            case BUDGET_EXHAUSTED -> Detection.BUDGET;
            case ILLEGAL_INSTRUCTION, PROCESSOR_EXCEPTION, UNKNOWN_SYSTEM_CALL -> Detection.ILLEGAL;
        };
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
