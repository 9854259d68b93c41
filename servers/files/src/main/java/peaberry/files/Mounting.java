package peaberry.files;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.DeclaredDisk;
import peaberry.files.ext4.Formatter;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Time;

/** Makes the volume ready when somebody wants something of it. Memory of the server's own gets a file system if there is none. */
final class Mounting {

    private final DeclaredDisk disk;
    private final Volume volume;
    private final Formatter formatter;
    private final WallClock clock;

    Mounting(DeclaredDisk disk, Volume volume, WallClock clock) {
        this.disk = disk;
        this.volume = volume;
        this.clock = clock;
        formatter = new Formatter(volume);
    }

    /** As {@link Volume#mount}. */
    Outcome mount() {
        Outcome outcome = volume.mount();
        if (!disk.isMemory() || !volume.isBlank()) {
            return outcome;
        }
        outcome = formatter.format(Time.ticks(), clock.now());
        if (outcome == Outcome.NO_SPACE) {
            throw new IllegalStateException("there is too little memory for files");
        }
        return outcome == Outcome.DONE ? volume.mount() : outcome;
    }

    Volume volume() {
        return volume;
    }
}
