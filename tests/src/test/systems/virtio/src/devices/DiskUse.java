package devices;

import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.driver.DriverControlClient;

/** Writes sectors all over a disk and reads them back; before that it says that it is about to read them. */
final class DiskUse {

    private static final BlockDeviceClient DISK = new BlockDeviceClient("disk");
    private static final DriverControlClient CONTROL = new DriverControlClient("disk-control");
    private static final int ROUNDS = 40;
    /** Prime, so that sectors and numbers of them come in no order. */
    private static final int STRIDE = 97;
    private static final int SECTORS = 2000;
    private static final int WORDS = BlockDevice.SECTOR_BYTES / Long.BYTES;

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
        Outcome written = DISK.write(sector, count, round % 3 == 0 ? Caching.WRITE_THROUGH : Caching.WRITE_BACK, Client.BUFFER.readable(), 0);
        fill(count, 0);
        if (round % 2 == 0) {
            hint(sector, count);
        }
        Outcome read = DISK.read(sector, count, 0, Client.BUFFER.writable(), 0);
        return written == Outcome.DONE && read == Outcome.DONE && isFilled(count, round + 1);
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
