package peaberry.partitions;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Disks that the host's own tools make. */
final class HostDisk {

    /** A line of {@code sfdisk --dump}, of a partition. */
    private static final Pattern PARTITION = Pattern.compile("(?m)^\\S+?(\\d+) : start= *(\\d+), size= *(\\d+), type=(\\S+?)(,|$)");
    private static final String EXTENDED = "5";
    private static final long PATIENCE = 60;

    /** Which sectors a partition has. */
    record Range(long first, long sectors) {
    }

    private HostDisk() {
    }

    /** Makes a disk with a table. @param script what {@code sfdisk} is told */
    static Path divided(Path disk, int megabytes, String script) throws IOException, InterruptedException {
        empty(disk, megabytes);
        Path input = Files.writeString(disk.resolveSibling("script"), script);
        run(input, "sfdisk", "--quiet", disk.toString());
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
        String dump = run(null, "sfdisk", "--dump", disk.toString());
        return PARTITION.matcher(dump).results().filter(row -> !row.group(4).equals(EXTENDED))
                .collect(Collectors.toMap(row -> Integer.valueOf(row.group(1)), row -> new Range(Long.parseLong(row.group(2)), Long.parseLong(row.group(3))), (one, other) -> one, TreeMap::new));
    }

    /** Runs one of the host's tools. @param input may be null @return what it said */
    static String run(Path input, String... command) throws IOException, InterruptedException {
        // Java looks for a program on its own path, whatever the environment is to be; env looks on the new one.
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("/usr/bin/env"), Stream.of(command)).toList()).redirectErrorStream(true);
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Path output = Files.createTempFile("peaberry-tool", ".txt");
        try {
            Process process = builder.redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.ISO_8859_1);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + (ended ? " ended with " + process.exitValue() : " did not end") + "; it is of the package fdisk, or e2fsprogs: " + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }
}
