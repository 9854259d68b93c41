package devices;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.driver.DriverControlClient;

/** Writes sectors all over a disk and reads them back; before that it says that it is about to read them. Some are posted, and once the driver dies before it is asked what became of them. */
final class DiskUse {

    private static final BlockDeviceClient DISK = new BlockDeviceClient("disk");
    private static final DriverControlClient CONTROL = new DriverControlClient("disk-control");
    private static final int ROUNDS = 40;
    /** Prime, so that sectors and numbers of them come in no order. */
    private static final int STRIDE = 97;
    private static final int SECTORS = 2000;
    private static final int WORDS = BlockDevice.SECTOR_BYTES / Long.BYTES;
    /** In which round the driver dies with what was posted. */
    private static final int FATAL = 4;
    private static final int ATTEMPTS = 3;

    /** How often what was posted was forgotten. */
    private static int forgotten;

    private DiskUse() {
    }

    static void run() {
        Outcome size = DISK.size();
        Client.CONSOLE.printLine(Client.LINE.clear().append("disk: ").append(size.name()).append(", ").decimal(size == Outcome.DONE ? DISK.sizeResult() : 0));
        int right = 0;
        for (int round = 0; round < ROUNDS; round++) {
            right += isRight(round) ? 1 : 0;
        }
        Client.CONSOLE.printLine(Client.LINE.clear().decimal(right).append(" of ").decimal(ROUNDS).append(" right"));
        Client.CONSOLE.printLine(Client.LINE.clear().append("forgotten: ").decimal(forgotten));
        Client.CONSOLE.print("behind the end: ").print(DISK.read(DISK.sizeResult(), 1, 0, Client.BUFFER.writable(), 0).name());
        Client.CONSOLE.print(", too large: ").print(DISK.read(0, BlockDevice.MAX_SECTORS, 0, Client.BUFFER.writable(), 1).name());
        Client.CONSOLE.print(", flushed: ").print(DISK.flush().name()).print("\n");
    }

    private static boolean isRight(int round) {
        Client.crash(CONTROL, round);
        long sector = (long) round * STRIDE % SECTORS;
        int count = 1 + round * STRIDE % BlockDevice.MAX_SECTORS;
        hint(sector, count);
        fill(count, round + 1);
        Outcome written = write(round, sector, count);
        fill(count, 0);
        if (round % 2 == 0) {
            hint(sector, count);
        }
        Outcome read = DISK.read(sector, count, 0, Client.BUFFER.writable(), 0);
        return written == Outcome.DONE && read == Outcome.DONE && isFilled(count, round + 1);
    }

    private static Outcome write(int round, long sector, int count) {
        return switch (round % 3) {
            case 0 -> DISK.write(sector, count, Caching.WRITE_THROUGH, Client.BUFFER.readable(), 0);
            case 1 -> post(round, sector, count);
            default -> DISK.write(sector, count, Caching.WRITE_BACK, Client.BUFFER.readable(), 0);
        };
    }

    /** Posts each sector for itself, and all of them again if the driver forgets them. */
    private static Outcome post(int round, long sector, int count) {
        Outcome outcome = Outcome.FORGOTTEN;
        for (int attempt = 0; attempt < ATTEMPTS && outcome == Outcome.FORGOTTEN; attempt++) {
            outcome = post(sector, count);
            if (round == FATAL && attempt == 0) {
                CONTROL.crash();
            }
            outcome = outcome == Outcome.DONE ? DISK.collect(count) : outcome;
            forgotten += outcome == Outcome.FORGOTTEN ? 1 : 0;
        }
        return outcome;
    }

    private static Outcome post(long sector, int count) {
        Outcome outcome = Outcome.DONE;
        for (int i = 0; i < count && outcome == Outcome.DONE; i++) {
            outcome = DISK.write(sector + i, 1, Caching.POSTED, Client.BUFFER.readable(), (long) i * BlockDevice.SECTOR_BYTES);
        }
        return outcome;
    }

    private static void hint(long sector, int count) {
        if (sector > 0) {
            DISK.read(sector - 1, 1, count, Client.BUFFER.writable(), 0);
        }
    }

    private static void fill(int count, long version) {
        for (int i = 0; i < count * WORDS; i++) {
            Client.BUFFER.memory().setInt64((long) i * Long.BYTES, version << Integer.SIZE | i);
        }
    }

    private static boolean isFilled(int count, long version) {
        for (int i = 0; i < count * WORDS; i++) {
            if (Client.BUFFER.memory().int64((long) i * Long.BYTES) != (version << Integer.SIZE | i)) {
                return false;
            }
        }
        return true;
    }
}
