package peaberry.faults;

import peaberry.faults.Tally.Count;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.SystemControlClient;

/**
 * Runs in place of the shell. Reads on the console which driver is to get how many faults, injects them, prints what came of it, and switches
 * the machine off: with status 0 if what is promised was kept.
 */
public final class Faults {

    private static final int KEPT = 0;
    private static final int BROKEN = 1;
    private static final int IMPOSSIBLE = 2;
    /** Of so many effective faults one driver may stay dead. */
    private static final int FEW = 1_000;
    /** Raw sectors are far behind those that go through the integrity server. */
    private static final long FIRST_RAW_SECTOR = 1 << 14;

    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final Order ORDER = new Order();
    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Round SERIAL = new Round(new ConsoleLoad("console"));
    private static final Round SCREEN = new Round(new ConsoleLoad("screen"));
    private static final Round NETWORK = new Round(new NetworkLoad(BUFFER));
    private static final Round CLOCK = new Round(new ClockLoad());
    private static final Round DISK = new Round(new BlockLoad("disk", FIRST_RAW_SECTOR, BUFFER), new BlockLoad("checked-disk", 0, BUFFER));
    private static final Round SATA = new Round(new BlockLoad("sata", FIRST_RAW_SECTOR, BUFFER), new BlockLoad("checked-sata", 0, BUFFER));
    private static final Subject SUBJECT = new Subject();
    private static final Campaign CAMPAIGN = new Campaign(SUBJECT);

    private Faults() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        SYSTEM.shutdown(carryOut());
        throw new IllegalStateException();
    }

    private static int carryOut() {
        if (!ORDER.read(Report.CONSOLE)) {
            Report.say("faults: wanted is a line DRIVER FAULTS SEED");
            return IMPOSSIBLE;
        }
        if (!SUBJECT.find(ORDER.driver())) {
            Report.say("faults: there is no such driver, or its code cannot be changed here");
            return IMPOSSIBLE;
        }
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        if (!CAMPAIGN.run(clientsOf(ORDER.driver()), ORDER.faults(), ORDER.seed())) {
            Report.say("faults: the driver does not serve its clients");
            return IMPOSSIBLE;
        }
        Report.print(CAMPAIGN);
        return isKept() ? KEPT : BROKEN;
    }

    private static Round clientsOf(Text driver) {
        if (driver.is("serial")) {
            return SERIAL;
        }
        if (driver.is("screen")) {
            return SCREEN;
        }
        if (driver.is("clock")) {
            return CLOCK;
        }
        if (driver.is("network")) {
            return NETWORK;
        }
        return driver.is("sata") ? SATA : DISK;
    }

    private static boolean isKept() {
        Tally tally = CAMPAIGN.tally();
        return CAMPAIGN.victims() == 0 && tally.total(Count.WRONG_BEHIND) == 0
                && tally.total(Count.DEAD) * FEW <= tally.total(Count.EFFECTIVE);
    }
}
