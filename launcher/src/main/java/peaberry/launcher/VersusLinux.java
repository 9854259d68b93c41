package peaberry.launcher;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peaberry.image.KernelVariant;

/**
 * {@code ./peaberry bench --vs-linux}: Peaberry and Debian's Linux do the same with files, by turns, each on a copy of the same disk and on the same machine.
 * Prints both, writes the ratios to {@code build/bench-vs-linux.json}.
 *
 * <p>Times are ticks of the time stamp counter, which without {@code -icount} is the host's, the same for both: so their ratio needs no clock. Of several runs
 * the shortest counts, since whatever else the host does only makes them longer. With {@code -icount shift=0} it counts instructions: once is enough.
 */
final class VersusLinux {

    private static final Path RESULT = Home.BUILD.resolve("bench-vs-linux.json");
    private static final MeasuredGuest GUEST = new MeasuredGuest(Home.BUILD.resolve("bench-vs-linux.log"), ProcessBuilder.Redirect.INHERIT, 600);
    private static final Path FOLDER = LinuxPackage.FOLDER;
    private static final String SYSTEM = "files-bench";
    /** Linux wants more than Peaberry's 128 MiB to keep 64 MiB of a file. */
    private static final String MEMORY = "512M";
    private static final String DISK = "512M";
    private static final int COLD_BYTES = 64 << 20;
    private static final String PER_MICROSECOND = "file.ticks_per_microsecond";
    private static final long MICROSECONDS = 1_000_000;
    private static final Pattern LINE = Pattern.compile("^BENCH ([a-z0-9._]+) ([0-9]+)\\s*$", Pattern.MULTILINE);
    private static final String ROW = "%-40s %18s %18s %7s %9s  %s%n";

    private final Path disk = FOLDER.resolve("disk");
    private final Path copy = FOLDER.resolve("disk.copy");
    private final LinuxGuest linux;
    private final Path archive;
    /** By key, the shortest. */
    private final Map<String, BigDecimal> ours = new HashMap<>();
    private final Map<String, BigDecimal> theirs = new HashMap<>();

    private VersusLinux(LinuxGuest linux, Path archive) {
        this.linux = linux;
        this.archive = archive;
    }

    /**
     * Measures and tells.
     *
     * @param runs how often each guest is started
     * @return 0 if every target is met, else 1
     */
    static int run(int runs) throws Failure, IOException, InterruptedException {
        LinuxPackage linux = LinuxPackage.get();
        VersusLinux bench = new VersusLinux(LinuxGuest.build(linux), NativeImage.build(SYSTEM));
        bench.makeDisk();
        for (int i = 1; i <= runs; i++) {
            System.err.println("peaberry: Peaberry and Linux " + linux.version() + " by turns, run " + i + " of " + runs);
            bench.measure(false);
        }
        System.err.println("peaberry: the same once more, counting instructions");
        bench.measure(true);
        Files.delete(bench.copy);
        return bench.tell() ? 0 : 1;
    }

    /** With one file, of arbitrary bytes. What mke2fs would leave to be done by Linux meanwhile is done here. */
    private void makeDisk() throws Failure, IOException, InterruptedException {
        Path tree = Files.createDirectories(FOLDER.resolve("tree"));
        byte[] content = new byte[COLD_BYTES];
        new Random(0).nextBytes(content);
        Files.write(tree.resolve("cold"), content);
        NewDisk.make(disk, DISK, "-b", "4096", "-E", "lazy_itable_init=0,lazy_journal_init=0", "-d", tree.toString());
    }

    private void measure(boolean countsInstructions) throws Failure, IOException, InterruptedException {
        add(countsInstructions, guest(countsInstructions, Home.KERNEL, archive, List.of()), ours);
        add(countsInstructions, guest(countsInstructions, linux.kernel(), linux.archive(), List.of("-append", linux.arguments())), theirs);
    }

    /** Keeps what is measured in guests of this kind. */
    private static void add(boolean countsInstructions, Map<String, BigDecimal> said, Map<String, BigDecimal> shortest) throws Failure {
        for (Contest contest : Contest.ALL) {
            BigDecimal ticks = said.get(contest.ticksKey());
            if (ticks == null) {
                throw new Failure("a guest did not say " + contest.ticksKey());
            }
            if (contest.countsInstructions() == countsInstructions) {
                shortest.merge(contest.key(), ticks, BigDecimal::min);
            }
        }
        if (!countsInstructions && said.containsKey(PER_MICROSECOND)) {
            shortest.put(PER_MICROSECOND, said.get(PER_MICROSECOND));
        }
    }

    /** Starts a guest with a fresh copy of the disk. @return what it printed */
    private Map<String, BigDecimal> guest(boolean countsInstructions, Path kernel, Path initial, List<String> arguments) throws Failure, IOException, InterruptedException {
        Files.write(copy, Files.readAllBytes(disk));
        Options options = Options.ofGuest(MEMORY, GuestDevices.NONE.withDisk(copy), arguments, countsInstructions, KernelVariant.ORDINARY);
        String said = GUEST.run(Emulator.command(options, kernel, initial), "a guest did not do its work");
        return LINE.matcher(said).results().collect(Collectors.toMap(line -> line.group(1), line -> new BigDecimal(line.group(2))));
    }

    private boolean tell() throws IOException {
        BigDecimal ticksPerSecond = ours.get(PER_MICROSECOND).multiply(BigDecimal.valueOf(MICROSECONDS));
        System.out.printf(ROW, "", "Peaberry", "Linux", "ratio", "at least", "");
        boolean isMet = true;
        StringBuilder json = new StringBuilder();
        for (Contest contest : Contest.ALL) {
            BigDecimal own = ours.get(contest.key());
            BigDecimal other = theirs.get(contest.key());
            BigDecimal ratio = Contest.ratio(own, other);
            isMet &= Contest.isMet(ratio);
            System.out.printf(ROW, contest.what(), contest.text(own, ticksPerSecond), contest.text(other, ticksPerSecond), ratio, Contest.TARGET, Contest.isMet(ratio) ? "met" : "MISSED");
            json.append(json.isEmpty() ? "" : ",\n").append("  \"").append(contest.ratioKey()).append("\": ").append(ratio);
        }
        Files.writeString(RESULT, "{\n" + json + "\n}\n");
        System.out.println("written to " + RESULT);
        return isMet;
    }
}
