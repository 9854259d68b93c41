package peaberry.serial;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Ports;
import peaberry.runtime.Server;

/**
 * The serial driver: it serves the console and its own control. It holds its ports, its interrupt and its clients'
 * endpoint, and nothing else.
 */
public final class Serial extends Server {

    private static final Serial DRIVER = new Serial(new SerialConsole());
    private static final String DEVICE = "uart";

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private InterruptHandler interrupt = InterruptHandler.at(0);
    private final SerialConsole console;

    private Serial(SerialConsole console) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, console, new SerialControl());
        this.console = console;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.console.start(Ports.at(Grants.find(GrantKind.PORTS, DEVICE).slot()), (int) Grants.firstNumber(GrantKind.PORTS, DEVICE));
        DRIVER.interrupt = InterruptHandler.at(Grants.find(GrantKind.INTERRUPT, DEVICE).slot());
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
