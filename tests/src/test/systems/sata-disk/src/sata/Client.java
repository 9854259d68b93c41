package sata;

import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.console.Terminal;
import peaberry.driver.DriverControlClient;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Uses the disk, whose sector {@link #BAD} cannot be read, has its driver die, and says what came of it. */
public final class Client {

    private static final BlockDeviceClient DISK = new BlockDeviceClient("disk");
    private static final DriverControlClient CONTROL = new DriverControlClient("control");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final Sectors SECTORS = new Sectors(DISK);
    private static final Text LINE = new Text(100);

    private static final long BAD = 5_000;
    private static final long GOOD = 100;
    private static final int DEATHS = 20;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        SECTORS.open();
        say("size", DISK.size());
        long last = DISK.sizeResult() - 1;
        say("last sector", DISK.read(last, 1, 0, SECTORS.buffer().writable(), 0));
        say("behind it", DISK.read(last, 2, 0, SECTORS.buffer().writable(), 0));
        say("into what may be read only", DISK.read(last, 1, 0, SECTORS.buffer().readable(), 0));
        say("bad sector", DISK.read(BAD, 1, 0, SECTORS.buffer().writable(), 0));
        say("another", DISK.read(BAD - 1, 1, 0, SECTORS.buffer().writable(), 0));
        SYSTEM.find(LINE.clear().append("ahci"));
        int right = 0;
        for (int death = 1; death <= DEATHS; death++) {
            SUPERVISION.expectCrash(SYSTEM.findResult());
            CONTROL.crash();
            right += isRight(death) ? 1 : 0;
        }
        CONSOLE.printLine(LINE.clear().decimal(right).append(" of ").decimal(DEATHS).append(" right"));
        say("posted", SECTORS.write(GOOD, DEATHS, Caching.POSTED));
        SUPERVISION.expectCrash(SYSTEM.findResult());
        CONTROL.crash();
        say("collected", DISK.collect(1));
        say("posted again", SECTORS.post(GOOD, DEATHS));
        say("flushed", DISK.flush());
        SYSTEM.shutdown(0);
    }

    private static boolean isRight(int death) {
        Outcome written = switch (death % 3) {
            case 0 -> SECTORS.write(GOOD, death, Caching.WRITE_THROUGH);
            case 1 -> SECTORS.post(GOOD, death);
            default -> SECTORS.write(GOOD, death, Caching.WRITE_BACK);
        };
        Outcome prepared = death % 2 == 0 ? Outcome.DONE : SECTORS.prepare(GOOD);
        Outcome read = SECTORS.read(GOOD);
        return written == Outcome.DONE && prepared == Outcome.DONE && read == Outcome.DONE && SECTORS.are(death);
    }

    private static void say(String what, Outcome outcome) {
        CONSOLE.printLine(LINE.clear().append(what).append(": ").append(outcome.name())).flush();
    }
}
