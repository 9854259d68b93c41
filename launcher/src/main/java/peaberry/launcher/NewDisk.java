package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import peaberry.standin.HostTool;

/** A disk as a file with an ext4, made by {@code mke2fs}. */
final class NewDisk {

    private static final String SIZE = "256M";
    private static final List<String> TOOL = List.of("mke2fs", "-q", "-F", "-t", "ext4");

    private NewDisk() {}

    /** Makes an empty disk for a user who has none, if there is no such file. */
    static void makeIfAbsent(Path disk) throws Failure, IOException, InterruptedException {
        if (Files.exists(disk)) {
            return;
        }
        System.err.println("peaberry: making " + disk + ", a disk of " + SIZE.replace("M", " MiB") + " with an empty ext4");
        make(disk, SIZE, "-b", "4096");
    }

    /**
     * Makes a disk, in place of one that is there; an interruption leaves that.
     *
     * @param size    as mke2fs takes it
     * @param options more of what mke2fs takes
     */
    static void make(Path disk, String size, String... options) throws Failure, IOException, InterruptedException {
        Path unfinished = disk.resolveSibling(disk.getFileName() + ".new");
        List<String> command = new ArrayList<>(TOOL);
        command.addAll(List.of(options));
        command.addAll(List.of(unfinished.toString(), size));
        try {
            HostTool.run(0, "", command.toArray(String[]::new));
            Files.move(unfinished, disk, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure("the disk '" + disk + "' could not be made, by mke2fs of the package e2fsprogs: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
