package peaberry.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code e2fsck}, of the host's e2fsprogs. */
public final class DiskCheck {

    private DiskCheck() {
    }

    /**
     * What it has to say against a disk: empty if nothing. A wrong count, and a tree that could be lower, it only asks about, and ends as if all were well.
     *
     * @param options more of what it takes
     */
    public static String complaint(Path disk, String... options) throws IOException, InterruptedException {
        String[] command = Stream.of(Stream.of("e2fsck", "-fn"), Stream.of(options), Stream.of(disk.toString())).flatMap(all -> all).toArray(String[]::new);
        String said = HostTool.run(Integer.MAX_VALUE, "", command);
        boolean isWell = said.contains("Pass 5") && said.lines().noneMatch(line -> line.contains("Fix") || line.contains("ptimize") || line.contains("ournal") || line.endsWith("no"));
        return isWell ? "" : said;
    }
}
