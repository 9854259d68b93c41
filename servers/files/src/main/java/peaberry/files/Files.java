package peaberry.files;

import peaberry.abi.RegionKind;
import peaberry.abi.Tag;
import peaberry.file.FileSystem;
import peaberry.files.disk.DeclaredDisk;
import peaberry.files.ext4.Formatter;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Grants;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.Time;

/** The file server: what is on a disk, for whoever was given a directory of it. */
public final class Files {

    private static final int CALLERS = 1;
    /** The declaration's names. */
    private static final String HANDLES = "handles";
    private static final String TABLE = "table";

    private static final Region KEPT = new Region();
    private static final DeclaredDisk DISK = new DeclaredDisk();
    private static final Volume VOLUME = new Volume(DISK);
    private static final WallClock CLOCK = new WallClock();
    private static final Formatter FORMATTER = new Formatter(VOLUME);
    private static final FileRequests REQUESTS = new FileRequests(VOLUME, new OpenFiles(KEPT), CLOCK);
    private static final FilesServer SERVER = new FilesServer(VOLUME, CALLERS, TABLE, REQUESTS);

    private Files() {
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        if (!Regions.open(KEPT, HANDLES, RegionKind.KEPT, 0)) {
            throw new IllegalStateException("there is no memory for handles");
        }
        DISK.open(Grants.firstFreeSlot() + CALLERS * Tag.MAX_CAPABILITIES);
        if (DISK.isMemory() && FORMATTER.mount(Time.ticks(), CLOCK.seconds()) == FileSystem.Outcome.NO_SPACE) {
            throw new IllegalStateException("there is too little memory for files");
        }
        REQUESTS.start();
        SERVER.run();
    }
}
