package peaberry.powercut;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import peaberry.powercut.FileTree.Wrong;

/** {@code e2fsck}, of the host's e2fsprogs. */
final class Checker {

    /** Errors were corrected; what else it says is that some were not. */
    private static final int CORRECTED = 1;

    private final Path folder;
    private final Path disk;
    private final Path said;

    Checker(Path folder) {
        this.folder = folder;
        disk = folder.resolve("judged.disk");
        said = folder.resolve("e2fsck.txt");
    }

    Path folder() {
        return folder;
    }

    /** @throws Wrong if it has anything to say against a disk */
    void check(byte[] image) throws Wrong, IOException, InterruptedException {
        Files.write(disk, image);
        check();
    }

    private void check() throws Wrong, IOException, InterruptedException {
        int status = run("-fn");
        String words = Files.readString(said, StandardCharsets.ISO_8859_1);
        if (status != 0 || words.contains("Fix") || words.contains("ptimize") || words.contains("ournal")) {
            throw new Wrong("e2fsck is not content:\n" + words);
        }
    }

    /** Has it replay the journal, which must be all that it does. @return what the disk is then */
    byte[] replay(byte[] image) throws Wrong, IOException, InterruptedException {
        Files.write(disk, image);
        int status = run("-p");
        if (status > CORRECTED) {
            throw new Wrong("e2fsck cannot replay the journal: " + Files.readString(said, StandardCharsets.ISO_8859_1));
        }
        check();
        return Files.readAllBytes(disk);
    }

    private int run(String option) throws IOException, InterruptedException {
        // It is not on every user's path, and env looks along the one that it is given.
        ProcessBuilder tool = new ProcessBuilder(List.of("/usr/bin/env", "e2fsck", option, disk.toString()));
        tool.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        return tool.redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
    }
}
