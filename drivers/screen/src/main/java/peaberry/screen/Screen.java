package peaberry.screen;

import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.abi.RegionKind;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Ports;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Server;

/**
 * The driver of a PC's keyboard and its screen of text: it serves the console and its own control. It holds the ports of the screen's
 * controller and the screen's memory, may read the keyboard controller's ports and hear its interrupt, and holds its clients' endpoint; nothing else.
 *
 * <p>A machine may have no keyboard, or no screen, or a screen that shows pictures. Then nothing is ever typed, so that readers wait, and
 * what is written goes nowhere.
 */
public final class Screen extends Server {

    private static final Region MEMORY = new Region();
    private static final KeyboardPorts KEYBOARD = new KeyboardPorts();
    private static final VideoRegisters REGISTERS = new VideoRegisters();
    private static final Display DISPLAY = new Display(REGISTERS, new VideoMemory(MEMORY));
    private static final Screen DRIVER = new Screen(new ScreenConsole(new Keyboard(KEYBOARD), DISPLAY));

    private static final String DATA = "data";
    private static final String STATUS = "status";
    private static final String KEYS = "keys";
    private static final String VIDEO_PORTS = "cursor";
    private static final String VIDEO_MEMORY = "screen";

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final ScreenConsole console;

    private Screen(ScreenConsole console) {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, console, new ScreenControl());
        this.console = console;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        KEYBOARD.start(Ports.at(Grants.find(GrantKind.READ_ONLY_PORTS, DATA).slot()), Ports.at(Grants.find(GrantKind.READ_ONLY_PORTS, STATUS).slot()));
        REGISTERS.start(Ports.at(Grants.find(GrantKind.PORTS, VIDEO_PORTS).slot()));
        Regions.open(MEMORY, VIDEO_MEMORY, RegionKind.DEVICE_MEMORY, 0);
        DRIVER.console.start(InterruptHandler.at(Grants.find(GrantKind.INTERRUPT, KEYS).slot()));
        DRIVER.run();
    }

    @Override
    protected void signal(long badge) {
        console.serveReaders();
    }

    /** Does not return: a fault. */
    static void crash() {
        missing[0] = 1;
    }
}
