package checked;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.console.Terminal;
import peaberry.driver.DriverControlClient;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Writes and reads back sectors all over a disk while its driver and the integrity server die now and then, and says what came of it. */
public final class Client {

    private static final BlockDeviceClient DISK = new BlockDeviceClient("disk");
    /** The driver, past the server. */
    private static final BlockDeviceClient DRIVER = new BlockDeviceClient("driver");
    private static final DriverControlClient CONTROL = new DriverControlClient("control");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Text LINE = new Text(100);

    private static final int ROUNDS = 40;
    private static final int PERIOD = 10;
    private static final int DRIVER_DIES = 5;
    private static final int SERVER_DIES = 7;
    /** Prime, so that sectors and numbers of them come in no order. */
    private static final int STRIDE = 97;
    private static final int SECTORS = 2000;
    private static final int WORDS = BlockDevice.SECTOR_BYTES / Long.BYTES;

    private static long version;

    private Client() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        Outcome outcome = DISK.size();
        while (outcome == Outcome.BUSY) {
            outcome = DISK.size();
        }
        CONSOLE.printLine(LINE.clear().append("size: ").append(outcome.name()).append(", ").decimal(DISK.sizeResult()));
        int right = 0;
        for (int round = 0; round < ROUNDS; round++) {
            right += isRight(round) ? 1 : 0;
        }
        CONSOLE.printLine(LINE.clear().decimal(right).append(" of ").decimal(ROUNDS).append(" right"));
        fill(1);
        CONSOLE.print("written past the server: ").print(DRIVER.write(0, 1, Caching.WRITE_BACK, BUFFER.readable(), 0).name());
        CONSOLE.print(", read ").print(DISK.read(0, 1, 0, BUFFER.writable(), 0).name()).print("\n");
        CONSOLE.print("flushed: ").print(DISK.flush().name()).print("\n").flush();
        SYSTEM.shutdown(0);
    }

    private static boolean isRight(int round) {
        if (round % PERIOD == DRIVER_DIES) {
            CONTROL.crash();
        }
        if (round % PERIOD == SERVER_DIES) {
            SYSTEM.find(LINE.clear().append("integrity"));
            SUPERVISION.restart(SYSTEM.findResult());
        }
        long sector = (long) round * STRIDE % SECTORS;
        int count = 1 + round * STRIDE % BlockDevice.MAX_SECTORS;
        fill(count);
        Outcome written = DISK.write(sector, count, Caching.WRITE_THROUGH, BUFFER.readable(), 0);
        clear(count);
        Outcome read = DISK.read(sector, count, 0, BUFFER.writable(), 0);
        return written == Outcome.DONE && read == Outcome.DONE && isNewest(count);
    }

    /** Another thing than ever before. */
    private static void fill(int count) {
        version++;
        for (int i = 0; i < count * WORDS; i++) {
            BUFFER.memory().setInt64((long) i * Long.BYTES, version << Integer.SIZE | i);
        }
    }

    private static void clear(int count) {
        for (int i = 0; i < count * WORDS; i++) {
            BUFFER.memory().setInt64((long) i * Long.BYTES, 0);
        }
    }

    private static boolean isNewest(int count) {
        for (int i = 0; i < count * WORDS; i++) {
            if (BUFFER.memory().int64((long) i * Long.BYTES) != (version << Integer.SIZE | i)) {
                return false;
            }
        }
        return true;
    }
}
