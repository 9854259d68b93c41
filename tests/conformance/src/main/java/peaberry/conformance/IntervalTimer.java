package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.runtime.SystemCalls;

/**
 * Channel 0 of the PC's interval timer (Intel 8254), a device that interrupts by itself: in mode 0 its line rises when it has counted
 * down and stays up until it is told to count again.
 */
final class IntervalTimer {

    private static final int CHANNEL_0 = 0x40;
    private static final int COMMAND = 0x43;
    /** Channel 0, low byte then high byte, mode 0. The line falls until a count is written and has passed. */
    private static final int COUNT_DOWN = 0x30;
    /** Less than a millisecond, at 1,193,182 Hz. */
    private static final int COUNT = 1000;
    private static final int BYTE = 8;
    /** ISA interrupt 0 comes at this line of the I/O APIC. */
    private static final int LINE = 2;
    /** So many looks take far longer than the count. */
    private static final int PATIENCE = 300_000;
    private static final int WHILE = 20_000;

    private static final IntervalTimer TIMER = new IntervalTimer();

    private int ports;
    private int handler;

    private IntervalTimer() {
    }

    /** Takes its ports and makes the handler of its line. */
    static IntervalTimer open() {
        TIMER.ports = Fresh.slot();
        TIMER.handler = Fresh.slot();
        Check.done(PortRange.issue(CHANNEL_0, COMMAND, TIMER.ports), "issuing the interval timer's ports");
        Check.done(InterruptLine.issue(LINE, TIMER.handler), "making the handler of its line");
        return TIMER;
    }

    int handler() {
        return handler;
    }

    void acknowledge() {
        Check.done(Kernel.call(handler, Invocation.IRQ_HANDLER_ACKNOWLEDGE), "acknowledging");
    }

    /** Lets it interrupt. @return the badge that comes at the notification; 0, with the case not applicable, if nothing comes */
    long interrupt(int notification) {
        acknowledge();
        count();
        for (int i = 0; i < PATIENCE; i++) {
            long badge = Notifier.poll(notification);
            if (badge != 0) {
                return badge;
            }
        }
        Check.notApplicable("this machine has no interval timer that interrupts");
        return 0;
    }

    /** Counts down once. */
    void count() {
        write(COMMAND, COUNT_DOWN);
        write(CHANNEL_0, COUNT & 0xFF);
        write(CHANNEL_0, COUNT >>> BYTE);
    }

    /** Lets time pass in which an interrupt would come. */
    void pass() {
        for (int i = 0; i < WHILE; i++) {
            SystemCalls.nothing();
        }
    }

    /** Takes the line down. */
    void close() {
        write(COMMAND, COUNT_DOWN);
    }

    private void write(int port, int value) {
        Check.done(Kernel.call(ports, Invocation.IO_PORT_WRITE, port, BYTE, value), "writing to the interval timer");
    }
}
