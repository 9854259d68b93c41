package sata;

import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;

/** Keeps the disk busy, and fails if it is not told the truth. */
public final class Load {

    private static final BlockDeviceClient DISK = new BlockDeviceClient("disk");
    private static final Sectors SECTORS = new Sectors(DISK);
    private static final long SECTOR = 8_000;

    private Load() {
    }

    /** Works for ever. @param argument not used */
    public static void main(long argument) {
        SECTORS.open();
        for (int what = 1;; what++) {
            if (SECTORS.post(SECTOR, what) != Outcome.DONE || SECTORS.read(SECTOR) != Outcome.DONE || !SECTORS.are(what)) {
                throw new IllegalStateException("the disk does not have what was written");
            }
        }
    }
}
