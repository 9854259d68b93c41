package peaberry.powercut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import peaberry.powercut.FileTree.Wrong;
import peaberry.standin.DiskCheck;
import peaberry.standin.HostTool;

/** Gives disks to {@code e2fsck}. */
final class Checker {

    /** Errors were corrected; what else it says is that some were not. */
    private static final int CORRECTED = 1;

    private final Path folder;
    private final Path disk;

    Checker(Path folder) {
        this.folder = folder;
        disk = folder.resolve("judged.disk");
    }

    Path folder() {
        return folder;
    }

    /** @throws Wrong if it has anything to say against a disk */
    void check(byte[] image) throws Wrong, IOException, InterruptedException {
        Files.write(disk, image);
        check("optimize_extents");
    }

    private void check(String option) throws Wrong, IOException, InterruptedException {
        String complaint = DiskCheck.complaint(disk, "-E", option);
        if (!complaint.isEmpty()) {
            throw new Wrong("e2fsck is not content:\n" + complaint);
        }
    }

    /**
     * Has it replay the journal and give up orphans, which must be all that there is to be done.
     *
     * <p>Not by {@code -p}: that does not count in the superblock what becomes free with an orphan, and does not look at it again. And when it shortens a file it leaves a tree of
     * extents that could be lower, so it is not asked for such.
     *
     * @return what the disk is then
     */
    byte[] replay(byte[] image) throws Wrong, IOException, InterruptedException {
        Files.write(disk, image);
        HostTool.run(CORRECTED, "", "e2fsck", "-y", "-E", "journal_only", disk.toString());
        check("no_optimize_extents");
        return Files.readAllBytes(disk);
    }
}
