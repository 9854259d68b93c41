package functions;

import peaberry.abi.DeviceReset;
import peaberry.bus.PciBus.Outcome;
import peaberry.bus.PciBusClient;
import peaberry.console.Terminal;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Finds functions, silences them in every way and lets them work again, and says what came of it. */
public final class Client {

    private static final PciBusClient BUS = new PciBusClient("bus");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final Text LINE = new Text(200);

    private static final int QEMU = 0x1AF4;
    private static final int BLOCK = 0x1042;
    private static final int NETWORK = 0x1041;
    private static final int INTEL = 0x8086;
    private static final int DISK_CONTROLLER = 0x2922;
    private static final int RED_HAT = 0x1B36;
    private static final int PORT = 0x000C;

    /** Messages that are written here interrupt the first processor: nobody listens to this number. */
    private static final long ADDRESS = 0xFEE0_0000L;
    private static final int DATA = 0xFE;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        int functions = 0;
        while (BUS.list(functions) == Outcome.DONE) {
            functions++;
        }
        CONSOLE.print(functions == 0 ? "there is no function\n" : "there are functions\n");
        handle("disk", QEMU, BLOCK, DeviceReset.VIRTIO);
        handle("controller", INTEL, DISK_CONTROLLER, DeviceReset.AHCI);
        handle("network behind a port", QEMU, NETWORK, DeviceReset.FUNCTION);
        handle("disk that has no such reset", QEMU, BLOCK, DeviceReset.FUNCTION);
        handle("port", RED_HAT, PORT, DeviceReset.NONE);
        SYSTEM.find(LINE.clear().append("pci"));
        SUPERVISION.kill(SYSTEM.findResult());
        handle("disk after the server was killed", QEMU, BLOCK, DeviceReset.NONE);
        CONSOLE.flush();
        SYSTEM.shutdown(0);
    }

    private static void handle(String name, int vendor, int device, DeviceReset how) {
        CONSOLE.print(name).print(": ");
        Outcome found = BUS.find(vendor, device, 0);
        if (found != Outcome.DONE) {
            CONSOLE.print(found.name()).print("\n");
            return;
        }
        int function = BUS.findAddress();
        long before = sum();
        CONSOLE.print("silenced ").print(BUS.silence(function, how).name());
        CONSOLE.print(", enabled ").print(BUS.enable(function, ADDRESS, DATA).name());
        BUS.find(vendor, device, 0);
        CONSOLE.print(sum() == before ? ", where it was\n" : ", elsewhere\n");
    }

    /** A number that changes when something does of what was found. */
    private static long sum() {
        return BUS.findBase0() + BUS.findSize0() + BUS.findBase1() + BUS.findSize1() + BUS.findBase2() + BUS.findSize2() + BUS.findBase3() + BUS.findSize3()
                + BUS.findBase4() + BUS.findSize4() + BUS.findBase5() + BUS.findSize5() + BUS.findTableBar() + BUS.findTableEnd();
    }
}
