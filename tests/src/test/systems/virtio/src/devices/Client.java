package devices;

import peaberry.console.Terminal;
import peaberry.driver.DriverControlClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.SystemControlClient;

/** Uses a disk, a source of random numbers and a network while their drivers die, and says what came of it. */
public final class Client {

    static final Terminal CONSOLE = new Terminal("console");
    static final SharedBuffer BUFFER = new SharedBuffer();
    static final Text LINE = new Text(100);

    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final int PERIOD = 14;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        DiskUse.run();
        Impostors.run();
        EntropyUse.run();
        NetworkUse.run();
        CONSOLE.flush();
        SYSTEM.shutdown(0);
    }

    /** In some rounds, fewer than it would be given up for, the driver dies. */
    static void crash(DriverControlClient control, int round) {
        if (round % PERIOD == PERIOD - 1) {
            control.crash();
        }
    }
}
