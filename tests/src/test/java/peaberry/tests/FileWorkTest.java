package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.standin.DiskCheck;
import peaberry.standin.HostTool;

/** What {@code ./peaberry bench --vs-linux} has Peaberry do is done, and is the same that it has Linux do. Linux itself is not started: it would have to be downloaded. */
class FileWorkTest {

    private static final Path OURS = Repository.HOME.resolve("programs/bench/src/main/java/peaberry/bench/FileWork.java");
    private static final Path LINUX = Repository.HOME.resolve("launcher/src/main/linux/init.c");
    private static final Pattern OUR_NUMBER = Pattern.compile("static final int (\\w*(?:PIECES|CYCLES|SMALL_\\w+|DIGITS)) = ([0-9_]+);");
    private static final Pattern LINUX_NUMBER = Pattern.compile("\\b(\\w*(?:PIECES|CYCLES|SMALL_\\w+|DIGITS)) = ([0-9]+)");
    private static final Pattern LINE = Pattern.compile("(?m)^BENCH (file\\.[a-z0-9_]+\\.ticks) [1-9][0-9]*\\s*$");
    private static final Pattern KEY = Pattern.compile("\"(file\\.[a-z0-9_]+\\.ticks)\"");
    private static final int COLD_BYTES = 64 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private static Map<String, String> found(Pattern pattern, Path file) {
        Map<String, String> found = new TreeMap<>();
        pattern.matcher(Repository.text(file)).results().forEach(match -> found.put(match.group(1), match.groupCount() > 1 ? match.group(2).replace("_", "") : ""));
        return found;
    }

    @Test
    void bothSystemsDoTheSame() {
        Map<String, String> numbers = found(OUR_NUMBER, OURS);
        assertEquals(6, numbers.size(), numbers.toString());
        assertEquals(numbers, found(LINUX_NUMBER, LINUX));
        assertEquals(found(KEY, OURS), found(KEY, LINUX));
    }

    /** Without warnings, for a Linux of any version. */
    @Test
    void theProgramForLinuxIsBuilt() throws IOException, InterruptedException {
        assertEquals("", HostTool.run(0, "", "clang-19", "--target=x86_64-linux-gnu", "-O2", "-ffreestanding", "-fno-stack-protector", "-Wall", "-Wextra", "-nostdlib", "-static", "-fuse-ld=lld-19",
                "-o", folder.resolve("init").toString(), LINUX.toString()));
        assertTrue(Files.isExecutable(folder.resolve("init")));
    }

    @Test
    void peaberryDoesItsWorkAndTheDiskIsClean() throws IOException, InterruptedException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.write(tree.resolve("cold"), new byte[COLD_BYTES]);
        Path disk = folder.resolve("disk");
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", "-b", "4096", "-d", tree.toString(), disk.toString(), "512M");
        Path system = Files.createDirectory(folder.resolve("system"));
        Files.copy(Repository.HOME.resolve("image/system/files-bench.toml"), system.resolve("system.toml"));
        String output;
        try (ConsoleSession session = ConsoleSession.command("run", "--yes", "--system", system.toString(), "--disk", disk.toString())) {
            session.expectWithin(PATIENCE, "BENCH file.create.ticks");
            assertEquals(0, session.status());
            output = session.output();
        }
        Map<String, String> lines = new TreeMap<>();
        LINE.matcher(output).results().map(MatchResult::group).forEach(line -> lines.put(line.split(" ")[1], ""));
        assertEquals(found(KEY, OURS), lines, output);
        assertEquals("", DiskCheck.complaint(disk));
    }
}
