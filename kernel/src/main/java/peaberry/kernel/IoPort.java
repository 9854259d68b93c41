package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.kernel.arch.Ports;

/**
 * I/O ports: the control makes capabilities of ranges that do not overlap; their holders read and write ports inside.
 * The control cannot be copied, so the ranges handed out are exactly those among its children.
 */
final class IoPort {

    private IoPort() {
    }

    static KernelError invokeControl(Slot control, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case IO_PORT_CONTROL_ISSUE -> decodeIssue(control, arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: first port, last port, CNode, slot. */
    private static KernelError decodeIssue(Slot control, Arguments arguments) {
        long first = arguments.word(0);
        long last = arguments.word(1);
        if (!Ports.exist(first, last)) {
            return KernelError.RANGE_ERROR;
        }
        CNode node = (CNode) arguments.object(2);
        KernelError wrong = CNodeOperations.checkEmpty(node, arguments.word(3));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        for (Slot issued = control.firstChild(); issued != null; issued = issued.next()) {
            if (first <= PortRange.last(issued) && PortRange.first(issued) <= last) {
                return KernelError.OCCUPIED;
            }
        }
        node.slot(arguments.word(3)).issuePorts(control, first, last);
        return KernelError.NONE;
    }

    static KernelError invoke(Slot ports, Invocation operation, Arguments arguments) {
        return switch (operation) {
            case IO_PORT_READ, IO_PORT_WRITE -> decodeAccess(ports, operation, arguments);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    /** Parameters: port, width, and of a write the value. */
    private static KernelError decodeAccess(Slot ports, Invocation operation, Arguments arguments) {
        long port = arguments.word(0);
        long width = arguments.word(1);
        if (width != 8 && width != 16 && width != 32) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!PortRange.contains(ports, port, width)) {
            return KernelError.RANGE_ERROR;
        }
        if (operation == Invocation.IO_PORT_READ) {
            arguments.caller().answer(PortRange.read(ports, port, (int) width));
        } else {
            PortRange.write(ports, port, (int) width, (int) arguments.word(2));
        }
        return KernelError.NONE;
    }
}
