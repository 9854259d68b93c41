package peaberry.launcher;

import java.io.File;
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
    private static final List<String> TOOL = List.of("mke2fs", "-q", "-F", "-t", "ext4", "-b", "4096");

    private NewDisk() {}

    /** Makes an empty disk for a user who has none, if there is no such file. */
    static void makeIfAbsent(Path disk) throws Failure, IOException, InterruptedException {
        if (Files.exists(disk)) {
            return;
        }
        System.err.println("peaberry: making " + disk + ", a disk of " + SIZE.replace("M", " MiB") + " with an empty ext4");
        make(disk, SIZE);
    }

    /**
     * Makes a disk; an interruption leaves none.
     *
     * @param size    as mke2fs takes it
     * @param options more of what mke2fs takes
     */
    static void make(Path disk, String size, String... options) throws Failure, IOException, InterruptedException {
        Path unfinished = disk.resolveSibling(disk.getFileName() + ".new");
        List<String> command = new ArrayList<>(TOOL);
        command.addAll(List.of(options));
        command.addAll(List.of(unfinished.toString(), size));
        ProcessBuilder tool = HostTool.of(command.toArray(String[]::new));
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
