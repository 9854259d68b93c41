package peaberry.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import peaberry.standin.HostTool;

/** A disk for a user who has none: a file with an empty ext4, made by {@code mke2fs}. */
final class NewDisk {

    private static final String SIZE = "256M";

    private NewDisk() {}

    /** Makes the disk if there is no such file; an interruption leaves none. */
    static void makeIfAbsent(Path disk) throws Failure, IOException, InterruptedException {
        if (Files.exists(disk)) {
            return;
        }
        System.err.println("peaberry: making " + disk + ", a disk of " + SIZE.replace("M", " MiB") + " with an empty ext4");
        Path unfinished = disk.resolveSibling(disk.getFileName() + ".new");
        ProcessBuilder tool = HostTool.of("mke2fs", "-q", "-F", "-t", "ext4", "-b", "4096", unfinished.toString(), SIZE);
        try {
            int status = tool.redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null"))).start().waitFor();
            if (status != 0) {
                throw new Failure("the disk '" + disk + "' could not be made: mke2fs, of the package e2fsprogs, ended with status " + status);
            }
            Files.move(unfinished, disk, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
