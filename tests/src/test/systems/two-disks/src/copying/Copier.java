package copying;

import copying.Killing.Target;
import peaberry.block.BlockDevice;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.console.Terminal;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.system.SystemControlClient;

/** Copies 16 MiB from one disk to others while the drivers of both die, compares what it finds there afterwards, and says how often they died. */
public final class Copier {

    private static final BlockDeviceClient SOURCE = new BlockDeviceClient("source");
    private static final BlockDeviceClient VIRTIO = new BlockDeviceClient("virtio-target");
    private static final BlockDeviceClient SATA = new BlockDeviceClient("sata-target");
    private static final KillingClient KILLER = new KillingClient("killer");
    private static final KillingClient CRASHER = new KillingClient("crasher");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final Terminal CONSOLE = new Terminal("console");
    private static final SharedBuffer COPIED = new SharedBuffer();
    private static final SharedBuffer COMPARED = new SharedBuffer();
    private static final Text LINE = new Text(200);

    private static final int SECTORS = (16 << 20) / BlockDevice.SECTOR_BYTES;
    private static final int STEP = BlockDevice.MAX_SECTORS;
    private static final int STEP_BYTES = STEP * BlockDevice.SECTOR_BYTES;
    /** From one death to the next: the drivers die far more often than ten times a second, for a copy takes not a tenth of one. */
    private static final int PAUSE_MICROSECONDS = 2_000;
    private static final int MICROSECONDS_PER_MILLISECOND = 1000;

    private Copier() {
    }

    /** Ends the system. @param argument not used */
    public static void main(long argument) {
        COPIED.open("copied", "table", "space", Grants.firstFreeSlot());
        COMPARED.open("compared", "table", "space", Grants.firstFreeSlot() + SharedBuffer.SLOTS);
        run("virtio, drivers killed", VIRTIO, Target.VIRTIO, KILLER, 0);
        run("virtio, drivers crashed", VIRTIO, Target.VIRTIO, CRASHER, SECTORS);
        run("sata, drivers killed", SATA, Target.SATA, KILLER, 0);
        run("sata, drivers crashed", SATA, Target.SATA, CRASHER, SECTORS);
        SYSTEM.shutdown(0);
    }

    private static void run(String name, BlockDeviceClient target, Target whose, KillingClient killing, long to) {
        long interrupted = SOURCE.interruptions() + target.interruptions();
        killing.begin(whose, PAUSE_MICROSECONDS);
        long start = milliseconds();
        boolean done = copy(target, to) && target.flush() == Outcome.DONE;
        boolean same = done && isSame(target, to);
        long took = milliseconds() - start;
        killing.end();
        LINE.clear().append(name).append(done ? ": copied" : ": NOT copied").append(same ? ", the same" : ", NOT the same");
        LINE.append(", ").decimal(took).append(" ms, source died ").decimal(killing.endSource()).append(" times, target ").decimal(killing.endTarget());
        LINE.append(", calls made again ").decimal(SOURCE.interruptions() + target.interruptions() - interrupted);
        CONSOLE.printLine(LINE).flush();
    }

    private static boolean copy(BlockDeviceClient target, long to) {
        for (int sector = 0; sector < SECTORS; sector += STEP) {
            if (SOURCE.read(sector, STEP, 0, COPIED.writable(), 0) != Outcome.DONE || target.write(to + sector, STEP, Caching.WRITE_BACK, COPIED.readable(), 0) != Outcome.DONE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(BlockDeviceClient target, long to) {
        for (int sector = 0; sector < SECTORS; sector += STEP) {
            if (SOURCE.read(sector, STEP, 0, COPIED.writable(), 0) != Outcome.DONE || target.read(to + sector, STEP, 0, COMPARED.writable(), 0) != Outcome.DONE) {
                return false;
            }
            for (int i = 0; i < STEP_BYTES; i += Long.BYTES) {
                if (COPIED.memory().int64(i) != COMPARED.memory().int64(i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long milliseconds() {
        SYSTEM.uptime();
        return SYSTEM.uptimeTicks() / SYSTEM.uptimeTicksPerMicrosecond() / MICROSECONDS_PER_MILLISECOND;
    }
}
