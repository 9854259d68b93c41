package peaberry.partitions;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peaberry.standin.HostTool;

/** Disks that {@code sfdisk} divides, which is in the package fdisk. */
final class HostDisk {

    /** A line of {@code sfdisk --dump}, of a partition. */
    private static final Pattern PARTITION = Pattern.compile("(?m)^\\S+?(\\d+) : start= *(\\d+), size= *(\\d+), type=(\\S+?)(,|$)");
    private static final Set<String> EXTENDED = Set.of("5", "f", "85");

    /** Which sectors a partition has. */
    record Range(long first, long sectors) {
    }

    private HostDisk() {
    }

    /** Makes a disk with a table. @param script what {@code sfdisk} is told */
    static Path divided(Path disk, int megabytes, String script) throws IOException, InterruptedException {
        empty(disk, megabytes);
        HostTool.run(0, script, "sfdisk", "--quiet", disk.toString());
        return disk;
    }

    static Path empty(Path disk, int megabytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength((long) megabytes << 20);
        }
        return disk;
    }

    /** What {@code sfdisk} finds on a disk, by its number; without the extended partition. */
    static Map<Integer, Range> partitions(Path disk) throws IOException, InterruptedException {
        String dump = HostTool.run(0, "", "sfdisk", "--dump", disk.toString());
        return PARTITION.matcher(dump).results().filter(row -> !EXTENDED.contains(row.group(4)))
                .collect(Collectors.toMap(row -> Integer.valueOf(row.group(1)), row -> new Range(Long.parseLong(row.group(2)), Long.parseLong(row.group(3))), (one, other) -> one, TreeMap::new));
    }
}
