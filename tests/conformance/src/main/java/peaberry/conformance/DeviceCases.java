package peaberry.conformance;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.Message;

/** Interrupt lines and I/O ports. */
final class DeviceCases {

    private static final String CONTROL = "IrqControl";
    private static final String HANDLER = "IrqHandler";
    private static final String PORT_CONTROL = "IoPortControl";
    private static final String PORT = "IoPort";
    private static final int BADGE = 64;
    private static final int BYTE = 8;
    private static final int WORD = 16;
    private static final int DOUBLE_WORD = 32;
    private static final int NO_LINE = 24;

    /** What PCI's configuration address register keeps of what is written: PCI Local Bus 3.0, 3.2.2.3.2. */
    private static final int PCI_ADDRESS = 0xCF8;
    private static final int PCI_LAST = 0xCFF;
    private static final long PCI_PATTERN = 0x8000_0000L;
    private static final long FLOATING_BUS = 0xFFFF_FFFFL;

    static final Case[] ALL = {
        new Case(CONTROL, "issueRefusesALineThatThereIsNot", DeviceCases::issueRefusesALineThatThereIsNot),
        new Case(CONTROL, "issueRefusesALineThatHasAHandler", DeviceCases::issueRefusesALineThatHasAHandler),
        new Case(CONTROL, "issueRefusesTheConsolesLine", DeviceCases::issueRefusesTheConsolesLine),
        new Case(CONTROL, "issueRefusesATakenSlot", DeviceCases::issueRefusesATakenSlot),
        new Case(CONTROL, "issueRefusesASlotThatTheTableLacks", DeviceCases::issueRefusesASlotThatTheTableLacks),
        new Case(CONTROL, "aLineIsFreeAgainWithoutItsHandler", DeviceCases::aLineIsFreeAgainWithoutItsHandler),
        new Case(CONTROL, "aCopyOfTheHandlerKeepsTheLine", DeviceCases::aCopyOfTheHandlerKeepsTheLine),
        new Case(CONTROL, "revocationOfTheControlEndsItsHandlers", DeviceCases::revocationOfTheControlEndsItsHandlers),
        new Case(HANDLER, "anInterruptSignalsTheNotification", DeviceCases::anInterruptSignalsTheNotification),
        new Case(HANDLER, "theLineIsMaskedUntilItIsAcknowledged", DeviceCases::theLineIsMaskedUntilItIsAcknowledged),
        new Case(HANDLER, "theNotificationCanBeReplaced", DeviceCases::theNotificationCanBeReplaced),
        new Case(HANDLER, "aDeletedNotificationIsNotMissed", DeviceCases::aDeletedNotificationIsNotMissed),
        new Case(HANDLER, "noInterruptComesWithoutTheHandler", DeviceCases::noInterruptComesWithoutTheHandler),
        new Case(PORT_CONTROL, "issueMakesThesePorts", DeviceCases::issueMakesThesePorts),
        new Case(PORT_CONTROL, "issueRefusesPortsThatThereAreNot", DeviceCases::issueRefusesPortsThatThereAreNot),
        new Case(PORT_CONTROL, "issueRefusesPortsBackwards", DeviceCases::issueRefusesPortsBackwards),
        new Case(PORT_CONTROL, "issueRefusesPortsThatWereIssued", DeviceCases::issueRefusesPortsThatWereIssued),
        new Case(PORT_CONTROL, "issueRefusesTheConsolesPorts", DeviceCases::issueRefusesTheConsolesPorts),
        new Case(PORT_CONTROL, "issueRefusesATakenSlot", DeviceCases::portsRefuseATakenSlot),
        new Case(PORT_CONTROL, "issueRefusesASlotThatTheTableLacks", DeviceCases::portsRefuseASlotThatTheTableLacks),
        new Case(PORT_CONTROL, "portsAreFreeAgainWhenAllTheirCapabilitiesAreGone", DeviceCases::portsAreFreeAgain),
        new Case(PORT_CONTROL, "aCopyKeepsThePorts", DeviceCases::aCopyKeepsThePorts),
        new Case(PORT, "whatIsWrittenReachesTheDevice", DeviceCases::whatIsWrittenReachesTheDevice),
        new Case(PORT, "portsWithoutDeviceReadAsOnes", DeviceCases::portsWithoutDeviceReadAsOnes),
        new Case(PORT, "readRefusesAWidthThatIsNone", DeviceCases::readRefusesAWidthThatIsNone),
        new Case(PORT, "readRefusesPortsOutside", DeviceCases::readRefusesPortsOutside),
        new Case(PORT, "readRefusesAPortThatReachesOutside", DeviceCases::readRefusesAPortThatReachesOutside),
        new Case(PORT, "writeRefusesAWidthThatIsNone", DeviceCases::writeRefusesAWidthThatIsNone),
        new Case(PORT, "writeRefusesPortsOutside", DeviceCases::writeRefusesPortsOutside),
        new Case(PORT, "writeRefusesAPortThatReachesOutside", DeviceCases::writeRefusesAPortThatReachesOutside),
        new Case(PORT, "aCapabilityToReadDoesNotWrite", DeviceCases::aCapabilityToReadDoesNotWrite),
    };

    private DeviceCases() {
    }

    private static void issueRefusesALineThatThereIsNot() {
        Check.error(KernelError.RANGE_ERROR, InterruptLine.issue(-1, Fresh.slot()), "a negative line");
        Check.error(KernelError.RANGE_ERROR, InterruptLine.issue(NO_LINE, Fresh.slot()), "the line behind the last");
        Check.error(KernelError.RANGE_ERROR, InterruptLine.issue(1L << 32, Fresh.slot()), "a line whose low bits are one");
    }

    private static void issueRefusesALineThatHasAHandler() {
        InterruptLine.handler();
        Check.error(KernelError.OCCUPIED, InterruptLine.issue(InterruptLine.UNUSED, Fresh.slot()), "a second handler");
    }

    private static void issueRefusesTheConsolesLine() {
        Check.error(KernelError.OCCUPIED, InterruptLine.issue(InterruptLine.CONSOLE, Fresh.slot()), "a handler");
    }

    private static void issueRefusesATakenSlot() {
        Check.error(KernelError.OCCUPIED, InterruptLine.issue(InterruptLine.UNUSED, Fresh.endpoint()), "a taken slot");
    }

    private static void issueRefusesASlotThatTheTableLacks() {
        Check.error(KernelError.RANGE_ERROR, Kernel.call(Own.interruptControl(), Invocation.IRQ_CONTROL_ISSUE,
                InterruptLine.UNUSED, Fresh.table(2), 4), "the slot behind the last");
    }

    private static void aLineIsFreeAgainWithoutItsHandler() {
        Check.done(Fresh.delete(InterruptLine.handler()), "deleting the handler");
        InterruptLine.handler();
    }

    private static void aCopyOfTheHandlerKeepsTheLine() {
        int handler = InterruptLine.handler();
        Fresh.copy(handler, Rights.ALL);
        Check.done(Fresh.delete(handler), "deleting the first capability");
        Check.error(KernelError.OCCUPIED, InterruptLine.issue(InterruptLine.UNUSED, Fresh.slot()), "a second handler");
    }

    private static void revocationOfTheControlEndsItsHandlers() {
        int control = Fresh.copy(Own.interruptControl(), Rights.ALL);
        int handler = Fresh.slot();
        Check.done(Kernel.call(control, Invocation.IRQ_CONTROL_ISSUE, InterruptLine.UNUSED, Own.table(), handler), "issuing");
        Check.done(Fresh.revoke(control), "revoking the control's copy");
        Check.that(!Fresh.isThere(handler), "that the handler is gone");
    }

    // A line that interrupts: that of the interval timer.

    private static KernelError setNotification(int handler, int notification) {
        return Kernel.call(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, notification);
    }

    /** A notification that is signalled by the timer's interrupts. */
    private static int signalledBy(IntervalTimer timer) {
        int notification = Fresh.notification();
        Check.done(setNotification(timer.handler(), Fresh.mint(notification, Rights.WRITE, BADGE)), "saying what it signals");
        return notification;
    }

    private static void anInterruptSignalsTheNotification() {
        IntervalTimer timer = IntervalTimer.open();
        long badge = timer.interrupt(signalledBy(timer));
        Check.that(badge == BADGE || badge == 0, "that the capability's badge is signalled");
        timer.close();
    }

    private static void theLineIsMaskedUntilItIsAcknowledged() {
        IntervalTimer timer = IntervalTimer.open();
        int notification = signalledBy(timer);
        if (timer.interrupt(notification) != 0) {
            timer.pass();
            Check.equal(0, Notifier.poll(notification), "what was signalled before it was acknowledged");
            timer.acknowledge();
            timer.pass();
            Check.equal(BADGE, Notifier.poll(notification), "what was signalled after it was acknowledged");
        }
        timer.close();
    }

    private static void theNotificationCanBeReplaced() {
        IntervalTimer timer = IntervalTimer.open();
        int first = signalledBy(timer);
        if (timer.interrupt(signalledBy(timer)) != 0) {
            Check.equal(0, Notifier.poll(first), "what the first notification was signalled");
        }
        timer.close();
    }

    private static void aDeletedNotificationIsNotMissed() {
        IntervalTimer timer = IntervalTimer.open();
        int notification = signalledBy(timer);
        Check.done(Fresh.revoke(notification), "revoking the handler's capability");
        Check.done(Fresh.delete(notification), "deleting it");
        timer.acknowledge();
        timer.count();
        timer.pass();
        timer.close();
    }

    private static void noInterruptComesWithoutTheHandler() {
        IntervalTimer timer = IntervalTimer.open();
        int notification = signalledBy(timer);
        if (timer.interrupt(notification) != 0) {
            Check.done(Fresh.delete(timer.handler()), "deleting the handler");
            timer.count();
            timer.pass();
            Check.equal(0, Notifier.poll(notification), "what was signalled");
        }
        timer.close();
    }

    // Ports.

    private static void issueMakesThesePorts() {
        Fresh.inspect(PortRange.fresh());
        Check.equal(CapabilityType.IO_PORT.ordinal(), Message.word(0), "the type");
        Check.equal(PortRange.FIRST, Message.word(3), "the first port");
    }

    private static void issueRefusesPortsThatThereAreNot() {
        Check.error(KernelError.RANGE_ERROR, PortRange.issue(0xFFFF, 0x1_0000, Fresh.slot()), "a port behind the last");
        Check.error(KernelError.RANGE_ERROR, PortRange.issue(-1, 3, Fresh.slot()), "a negative port");
    }

    private static void issueRefusesPortsBackwards() {
        Check.error(KernelError.RANGE_ERROR, PortRange.issue(PortRange.LAST, PortRange.FIRST, Fresh.slot()), "the last before the first");
    }

    private static void issueRefusesPortsThatWereIssued() {
        PortRange.fresh();
        Check.error(KernelError.OCCUPIED, PortRange.issue(PortRange.LAST, PortRange.LAST, Fresh.slot()), "the last of them");
        Check.error(KernelError.OCCUPIED, PortRange.issue(PortRange.FIRST - 1, PortRange.LAST + 1, Fresh.slot()), "more than all of them");
        Check.done(PortRange.issue(PortRange.LAST + 1, PortRange.LAST + 1, Fresh.slot()), "the one behind them");
    }

    private static void issueRefusesTheConsolesPorts() {
        Check.error(KernelError.OCCUPIED, PortRange.issue(0x3F8, 0x3F8, Fresh.slot()), "the console's data port");
    }

    private static void portsRefuseATakenSlot() {
        Check.error(KernelError.OCCUPIED, PortRange.issue(PortRange.FIRST, PortRange.LAST, Fresh.endpoint()), "a taken slot");
    }

    private static void portsRefuseASlotThatTheTableLacks() {
        Check.error(KernelError.RANGE_ERROR, Kernel.call(Own.portControl(), Invocation.IO_PORT_CONTROL_ISSUE,
                PortRange.FIRST, PortRange.LAST, Fresh.table(2), 4), "the slot behind the last");
    }

    private static void portsAreFreeAgain() {
        Check.done(Fresh.delete(PortRange.fresh()), "deleting the capability");
        PortRange.fresh();
    }

    private static void aCopyKeepsThePorts() {
        int ports = PortRange.fresh();
        Fresh.copy(ports, Rights.READ);
        Check.done(Fresh.delete(ports), "deleting the first capability");
        Check.error(KernelError.OCCUPIED, PortRange.issue(PortRange.FIRST, PortRange.FIRST, Fresh.slot()), "issuing again");
    }

    private static void whatIsWrittenReachesTheDevice() {
        int ports = Fresh.slot();
        Check.done(PortRange.issue(PCI_ADDRESS, PCI_LAST, ports), "issuing");
        Check.done(Kernel.call(ports, Invocation.IO_PORT_WRITE, PCI_ADDRESS, DOUBLE_WORD, PCI_PATTERN), "writing");
        Check.done(Kernel.call(ports, Invocation.IO_PORT_READ, PCI_ADDRESS, DOUBLE_WORD), "reading");
        if (Message.word(0) == FLOATING_BUS) {
            Check.notApplicable("this machine has no PCI");
        } else {
            Check.equal(PCI_PATTERN, Message.word(0), "what was read");
        }
    }

    private static void portsWithoutDeviceReadAsOnes() {
        int ports = PortRange.fresh();
        Check.done(Kernel.call(ports, Invocation.IO_PORT_READ, PortRange.FIRST, BYTE), "reading 8 bits");
        Check.equal(0xFF, Message.word(0), "what was read");
        Check.done(Kernel.call(ports, Invocation.IO_PORT_READ, PortRange.FIRST, WORD), "reading 16 bits");
        Check.equal(0xFFFF, Message.word(0), "what was read");
        Check.done(Kernel.call(ports, Invocation.IO_PORT_READ, PortRange.FIRST, DOUBLE_WORD), "reading 32 bits");
        Check.equal(FLOATING_BUS, Message.word(0), "what was read");
    }

    private static KernelError read(int ports, long port, long width) {
        return Kernel.call(ports, Invocation.IO_PORT_READ, port, width);
    }

    private static KernelError write(int ports, long port, long width) {
        return Kernel.call(ports, Invocation.IO_PORT_WRITE, port, width, 0);
    }

    private static void readRefusesAWidthThatIsNone() {
        int ports = PortRange.fresh();
        Check.error(KernelError.INVALID_ARGUMENT, read(ports, PortRange.FIRST, 0), "no bits");
        Check.error(KernelError.INVALID_ARGUMENT, read(ports, PortRange.FIRST, 64), "64 bits");
        Check.error(KernelError.INVALID_ARGUMENT, read(ports, PortRange.FIRST, -8), "fewer than no bits");
    }

    private static void readRefusesPortsOutside() {
        int ports = PortRange.fresh();
        Check.error(KernelError.RANGE_ERROR, read(ports, PortRange.FIRST - 1, BYTE), "the port before");
        Check.error(KernelError.RANGE_ERROR, read(ports, PortRange.LAST + 1, BYTE), "the port behind");
        Check.error(KernelError.RANGE_ERROR, read(ports, 1L << 32 | PortRange.FIRST, BYTE), "a port whose low bits are one");
    }

    private static void readRefusesAPortThatReachesOutside() {
        int ports = PortRange.fresh();
        Check.error(KernelError.RANGE_ERROR, read(ports, PortRange.LAST, WORD), "16 bits at the last port");
        Check.error(KernelError.RANGE_ERROR, read(ports, PortRange.LAST - 2, DOUBLE_WORD), "32 bits where 24 are left");
        Check.done(read(ports, PortRange.LAST - 3, DOUBLE_WORD), "32 bits where 32 are left");
    }

    private static void writeRefusesAWidthThatIsNone() {
        Check.error(KernelError.INVALID_ARGUMENT, write(PortRange.fresh(), PortRange.FIRST, 24), "24 bits");
    }

    private static void writeRefusesPortsOutside() {
        int ports = PortRange.fresh();
        Check.error(KernelError.RANGE_ERROR, write(ports, PortRange.FIRST - 1, BYTE), "the port before");
        Check.error(KernelError.RANGE_ERROR, write(ports, -1, BYTE), "a negative port");
    }

    private static void writeRefusesAPortThatReachesOutside() {
        Check.error(KernelError.RANGE_ERROR, write(PortRange.fresh(), PortRange.LAST, DOUBLE_WORD), "32 bits at the last port");
    }

    private static void aCapabilityToReadDoesNotWrite() {
        int ports = Fresh.copy(PortRange.fresh(), Rights.READ);
        Check.error(KernelError.MISSING_RIGHT, write(ports, PortRange.FIRST, BYTE), "writing");
        Check.done(read(ports, PortRange.FIRST, BYTE), "reading");
    }
}
