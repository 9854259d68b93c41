package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.abi.LineTable;
import peaberry.runtime.Text;

/** Errors and places in words. */
final class Words {

    private Words() {
    }

    /** Why a process could not be made. */
    static String of(KernelError error) {
        return switch (error) {
            case NOT_ENOUGH_MEMORY -> "there is not enough memory";
            case FAILED_LOOKUP -> "a device that it needs is not in this machine";
            case OCCUPIED -> "its device is another process's";
            case UNSUPPORTED -> "this machine has no IOMMU that would confine its device";
            default -> error.name();
        };
    }

    /** Appends where it happened: {@code class.method(File.java:line)}, if that is known. */
    static boolean locate(LineTable lines, long instructionPointer, Text to) {
        int row = lines.lookup(instructionPointer);
        if (row < 0) {
            return false;
        }
        for (int i = 0; i < lines.methodLength(row); i++) {
            to.appendByte(lines.methodChar(row, i));
        }
        to.append("(");
        for (int i = 0; i < lines.fileLength(row); i++) {
            to.appendByte(lines.fileChar(row, i));
        }
        to.append(":").decimal(lines.line(row)).append(")");
        return true;
    }
}
