package peaberry.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.disk.Storage;
import peaberry.files.ext4.Formatter;
import peaberry.files.ext4.Volume;

/** Disks that are formatted here. */
final class NewDisk {

    /** In place of options of {@code mke2fs}, of tests that have those, too. */
    static final String OPTIONS = "formatted here";

    /** What is found on one that was formatted just now. */
    static final Map<String, String> CONTENTS = Map.of("lost+found", NodeType.DIRECTORY.toString());

    private static final long NOW = 1_795_000_000_000_000_000L;
    private static final long NUMBER = 0x1234_5678_9ABCL;
    private static final int SUPERBLOCK = 1024;

    private NewDisk() {
    }

    /** A disk with a tree on it that {@code mke2fs} makes with options; or, with {@link #OPTIONS}, one that is formatted here. */
    static byte[] of(Path tree, Path disk, int megabytes, String options) throws IOException, InterruptedException {
        return options.equals(OPTIONS) ? formatted(megabytes << 10) : Files.readAllBytes(HostTree.disk(tree, disk, megabytes, options.split(" ")));
    }

    /** Makes a disk ready. */
    static Outcome mount(Storage storage, long number) {
        return mount(new Volume(storage), number);
    }

    /** Makes a volume ready, which is formatted if there is nothing on its disk. */
    static Outcome mount(Volume volume, long number) {
        Outcome outcome = volume.mount();
        if (volume.isBlank()) {
            outcome = new Formatter(volume).format(number, NOW);
            outcome = outcome == Outcome.DONE ? volume.mount() : outcome;
        }
        return outcome;
    }

    static Outcome mount(byte[] image, long number) {
        return mount(new ImageStorage(image, DiskReader.memory()), number);
    }

    /** A disk on which there was anything but for zeros where the superblock is. */
    static byte[] used(int kilobytes) {
        byte[] image = new byte[kilobytes << 10];
        new Random(kilobytes).nextBytes(image);
        for (int i = 0; i < SUPERBLOCK; i++) {
            image[SUPERBLOCK + i] = 0;
        }
        return image;
    }

    /** Such a one, formatted. */
    static byte[] formatted(int kilobytes) {
        byte[] image = used(kilobytes);
        DiskReader.check(mount(image, NUMBER), "format");
        return image;
    }
}
