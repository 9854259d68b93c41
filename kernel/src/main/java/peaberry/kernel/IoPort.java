package peaberry.kernel;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.kernel.arch.Ports;
import peaberry.kernel.arch.UserContext;

/**
 * I/O ports: the control makes capabilities of ranges that do not overlap; their holders read and write ports inside.
 * The control cannot be copied, so the ranges handed out are exactly those among its children.
 */
final class IoPort {

    private IoPort() {
    }

    static KernelError invokeControl(Tcb caller, Slot control, Invocation operation, int length) {
        if (operation != Invocation.IO_PORT_CONTROL_ISSUE) {
            return KernelError.ILLEGAL_OPERATION;
        }
        UserContext arguments = caller.context;
        if (length < 4) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!control.rights().include(Rights.WRITE)) {
            return KernelError.MISSING_RIGHT;
        }
        long first = arguments.word(0);
        long last = arguments.word(1);
        if (!Ports.exist(first, last)) {
            return KernelError.RANGE_ERROR;
        }
        KernelError wrong = CNodeOperations.checkDestination(caller, arguments.word(2), arguments.word(3));
        if (wrong != KernelError.NONE) {
            return wrong;
        }
        for (Slot issued = control.firstChild(); issued != null; issued = issued.next()) {
            if (first <= PortRange.last(issued) && PortRange.first(issued) <= last) {
                return KernelError.OCCUPIED;
            }
        }
        PortRange.issue(CNodeOperations.destination(caller, arguments.word(2), arguments.word(3)), control, first, last);
        return KernelError.NONE;
    }

    static KernelError invoke(Tcb caller, Slot ports, Invocation operation, int length) {
        return switch (operation) {
            case IO_PORT_READ -> decodeAccess(caller, ports, length, Rights.READ);
            case IO_PORT_WRITE -> decodeAccess(caller, ports, length, Rights.WRITE);
            default -> KernelError.ILLEGAL_OPERATION;
        };
    }

    private static KernelError decodeAccess(Tcb caller, Slot ports, int length, Rights kind) {
        UserContext arguments = caller.context;
        boolean reads = kind.include(Rights.READ);
        if (length < (reads ? 2 : 3)) {
            return KernelError.TRUNCATED_MESSAGE;
        }
        if (!ports.rights().include(kind)) {
            return KernelError.MISSING_RIGHT;
        }
        long port = arguments.word(0);
        long width = arguments.word(1);
        if (width != 8 && width != 16 && width != 32) {
            return KernelError.INVALID_ARGUMENT;
        }
        if (!PortRange.contains(ports, port, width)) {
            return KernelError.RANGE_ERROR;
        }
        if (reads) {
            caller.answer(PortRange.read(ports, port, (int) width));
        } else {
            PortRange.write(ports, port, (int) width, (int) arguments.word(2));
        }
        return KernelError.NONE;
    }
}
