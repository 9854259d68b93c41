package peaberry.files;

import peaberry.file.FileSystem.Outcome;
import peaberry.files.ext4.Changes;
import peaberry.files.ext4.Volume;

/** Has the files ready when somebody wants something of them, and sees to it that what was changed does not stay in memory for long. */
final class Upkeep {

    /** How long what was changed stays in memory only. */
    private static final long MOST_NANOSECONDS = 5_000_000_000L;

    private final Mounting mounting;
    private final Volume volume;
    private final Changes changes;
    private final OpenFiles open;
    private final WallClock clock;
    private long settled;

    Upkeep(Mounting mounting, Changes changes, OpenFiles open, WallClock clock) {
        this.mounting = mounting;
        volume = mounting.volume();
        this.changes = changes;
        this.open = open;
        this.clock = clock;
    }

    /** Makes the file system ready, and ends what was begun when the power went. */
    Outcome mount() {
        Outcome outcome = mounting.mount();
        if (outcome == Outcome.DONE && volume.hasOrphans()) {
            changes.giveUpOrphans(clock.now());
        }
        if (outcome == Outcome.DONE && volume.isInUse() && clock.now() - settled > MOST_NANOSECONDS) {
            settle();
        }
        return outcome;
    }

    /** Whether files can be changed. */
    boolean isWritable() {
        return volume.isWritable();
    }

    /** Makes everything survive a loss of power, and the disk what it is when it is not in use. */
    Outcome settle() {
        Outcome outcome = volume.close();
        settled = clock.now();
        if (outcome == Outcome.DONE) {
            open.settle();
        }
        return outcome;
    }

    /** Makes everything survive a loss of power. */
    Outcome commit() {
        Outcome outcome = volume.commit();
        if (outcome == Outcome.DONE) {
            open.settle();
        }
        return outcome;
    }
}
