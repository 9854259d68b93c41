package peaberry.files;

import peaberry.abi.RegionKind;
import peaberry.abi.Tag;
import peaberry.files.disk.DeclaredDisk;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Grants;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;

/** The file server: what is on a disk, for whoever was given a directory of it. */
public final class Files {

    private static final int CALLERS = 1;
    /** The declaration's names. */
    private static final String HANDLES = "handles";
    private static final String TABLE = "table";

    private static final Region KEPT = new Region();
    private static final ClientRows CLIENTS = new ClientRows(KEPT);
    private static final TreeCapabilities CAPABILITIES = new TreeCapabilities(TABLE);
    private static final DeclaredDisk DISK = new DeclaredDisk();
    private static final Volume VOLUME = new Volume(DISK);
    private static final WallClock CLOCK = new WallClock();
    private static final FileRequests REQUESTS = new FileRequests(new Mounting(DISK, VOLUME, CLOCK), CLIENTS, CAPABILITIES, CLOCK);
    private static final FilesServer SERVER = new FilesServer(VOLUME, CALLERS, TABLE, REQUESTS);

    private Files() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        if (!Regions.open(KEPT, HANDLES, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for handles");
        }
        int free = Grants.firstFreeSlot() + CALLERS * Tag.MAX_CAPABILITIES;
        CAPABILITIES.open(free);
        DISK.open(free + 1);
        REQUESTS.start();
        SERVER.run();
    }
}
