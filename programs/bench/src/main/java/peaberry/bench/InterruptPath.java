package peaberry.bench;

import peaberry.abi.GrantKind;
import peaberry.abi.ObjectType;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptControl;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.PortControl;
import peaberry.runtime.Ports;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Time;

/**
 * Measures how long it takes from an interrupt of the PC's interval timer (Intel 8254, channel 0 in mode 0: its line rises when it
 * has counted down) until this program returns from its waiting, while a less urgent thread runs.
 */
final class InterruptPath {

    private static final int RUNS = 100;

    private static final int CHANNEL_0 = 0x40;
    private static final int COMMAND = 0x43;
    /** Channel 0, low byte then high byte, mode 0. */
    private static final int COUNT_DOWN = 0x30;
    /** Some 80 microseconds at 1,193,182 Hz, and a little more each time, so that the interrupt comes at each place of the partner's loop. */
    private static final int COUNT = 100;
    private static final int BYTE = 8;
    private static final int BYTE_MASK = 0xFF;
    /** ISA interrupt 0 comes at this line of the I/O APIC. */
    private static final int LINE = 2;

    private static final Partner INTERRUPTED = new Partner(PartnerCode.TELLS_TIME, Partner.LOWER);

    private static Ports ports;

    private InterruptPath() {
    }

    /** From the last look at the clock that the interrupted thread could tell. */
    static long ticks() {
        ports = Ports.at(Resources.slot());
        Resources.require(PortControl.at(Grants.find(GrantKind.PORT_CONTROL, "ports").slot()).issue(CHANNEL_0, COMMAND, Resources.table(), ports.slot()));
        InterruptHandler handler = InterruptHandler.at(Resources.slot());
        Resources.require(InterruptControl.at(Grants.find(GrantKind.INTERRUPT_CONTROL, "interrupts").slot()).issue(LINE, Resources.table(), handler.slot()));
        Capability notification = Capability.at(Resources.make(ObjectType.NOTIFICATION));
        Resources.require(handler.setNotification(notification));
        INTERRUPTED.start(0, Capability.NONE);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            countDown(COUNT + i);
            Resources.require(handler.acknowledge());
            SystemCalls.await(notification);
            least = Math.min(least, Time.ticks() - INTERRUPTED.result());
        }
        write(COMMAND, COUNT_DOWN);
        INTERRUPTED.stop();
        return least - Paths.clock();
    }

    private static void countDown(int count) {
        write(COMMAND, COUNT_DOWN);
        write(CHANNEL_0, count & BYTE_MASK);
        write(CHANNEL_0, count >>> BYTE);
    }

    private static void write(int port, int value) {
        Resources.require(ports.write(port, BYTE, value));
    }
}
