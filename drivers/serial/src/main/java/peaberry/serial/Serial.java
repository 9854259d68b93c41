package peaberry.serial;

import peaberry.runtime.Capability;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Ports;
import peaberry.runtime.ProgramSlots;
import peaberry.runtime.Server;

/**
 * The serial driver: it serves the console and its own control. It holds its ports, its interrupt and its clients'
 * endpoint, and nothing else.
 */
public final class Serial extends Server {

    private static final Serial DRIVER = new Serial(new SerialConsole(new Uart(Ports.at(ProgramSlots.PORTS))));

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final InterruptHandler interrupt = InterruptHandler.at(ProgramSlots.INTERRUPT);
    private final SerialConsole console;

    private Serial(SerialConsole console) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, console, new SerialControl());
        this.console = console;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.console.start();
        DRIVER.interrupt.acknowledge();
        DRIVER.run();
    }

    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        console.serveDevice();
    }

    /** Does not return: a fault. */
    static void crash() {
        missing[0] = 1;
    }
}
