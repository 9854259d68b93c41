package peaberry.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./peaberry faults --driver all}: faults into all drivers, some hundred in each guest and twice as many guests at a time as there are processors.
 * What each of them reported stays in {@code build/faults}, in a folder for this system and these options, with a copy of the system, so that a campaign
 * that takes hours can be interrupted and gone on with. What all of them reported is summed up in a file beside it.
 */
final class FaultCampaign {

    static final List<String> DRIVERS = List.of("disk", "sata", "network", "serial", "screen", "clock");

    private static final int FAULTS_A_GUEST = 400;
    /** A guest waits about half of its time for a timer or the host. */
    private static final int GUESTS_A_PROCESSOR = 2;
    /** What a guest says itself that it ended with: what is promised was kept, was not, or faults could not be injected; and what is the emulator's own fault. */
    private static final Set<Integer> FINAL = Set.of(0, 1, 2, ExitStatus.PANIC, ExitStatus.EMULATOR_FAILED);
    private static final int ID_BYTES = 4;
    private static final String STATUS = "STATUS ";

    private final Options options;
    private final FaultReport report = new FaultReport();

    FaultCampaign(Options options) {
        this.options = options;
    }

    /** Runs all of it, but for what ran already. @return 0 if what is promised was kept, all guests together; else 1 */
    int run() throws Failure, IOException, InterruptedException {
        Path archive = FaultRun.build();
        Path folder = Files.createDirectories(Home.BUILD.resolve("faults").resolve(id(archive)));
        Path kernelCopy = copy(Home.KERNEL, folder);
        Path archiveCopy = copy(archive, folder);
        List<FaultOrder> orders = split(options.faults());
        ExecutorService guests = Executors.newFixedThreadPool(GUESTS_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
        try {
            List<Future<List<String>>> runs = orders.stream().map(order -> guests.submit(guest(kernelCopy, archiveCopy, order))).toList();
            for (int i = 0; i < runs.size(); i++) {
                take(orders.get(i), runs.get(i).get());
                System.err.println("peaberry: " + (i + 1) + " of " + orders.size() + " guests");
            }
        } catch (ExecutionException failed) {
            throw new Failure("a guest could not be run: " + failed.getCause().getMessage(), failed.getCause());
        } finally {
            guests.shutdownNow();
        }
        Path summary = folder.resolve("report-" + options.faults().seed() + "-" + options.faults().count() + ".md");
        Files.writeString(summary, report.markdown());
        System.out.print(report.markdown());
        System.err.println("peaberry: written to " + summary);
        return report.isKept() ? 0 : 1;
    }

    /** The drivers get the same number of faults, or one more; each guest has a seed of its own, counted from the one that is given. */
    static List<FaultOrder> split(FaultOrder all) {
        List<FaultOrder> orders = new ArrayList<>();
        long share = all.count() / DRIVERS.size();
        long more = all.count() % DRIVERS.size();
        for (long begin = 0; begin < share + (more > 0 ? 1 : 0); begin += FAULTS_A_GUEST) {
            for (int driver = 0; driver < DRIVERS.size(); driver++) {
                long count = Math.min(FAULTS_A_GUEST, share + (driver < more ? 1 : 0) - begin);
                if (count > 0) {
                    orders.add(new FaultOrder(DRIVERS.get(driver), count, all.seed() + begin / FAULTS_A_GUEST));
                }
            }
        }
        return orders;
    }

    /** The lines that a guest reports; the last one is its status. */
    private Callable<List<String>> guest(Path kernel, Path archive, FaultOrder order) {
        return () -> {
            Path folder = archive.getParent();
            Path file = folder.resolve(order.driver() + "-" + order.seed() + "-" + order.count() + ".txt");
            if (Files.exists(file)) {
                return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            }
            List<String> said = new ArrayList<>();
            int status = new FaultRun(options, kernel, archive, order, said::add, Redirect.appendTo(folder.resolve("emulator.log").toFile())).run();
            said.add(STATUS + status);
            if (FINAL.contains(status)) {
                Path unfinished = folder.resolve(file.getFileName() + ".new");
                Files.write(unfinished, said, StandardCharsets.ISO_8859_1);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return said;
        };
    }

    private void take(FaultOrder order, List<String> said) {
        int status = Integer.parseInt(said.getLast().substring(STATUS.length()));
        if (status == ExitStatus.EMULATOR_FAILED) {
            report.addUnfinished(order, said);
        } else {
            report.add(order, said, status);
        }
    }

    private static Path copy(Path file, Path folder) throws IOException {
        Path copy = folder.resolve(file.getFileName());
        return Files.exists(copy) ? copy : Files.copy(file, copy);
    }

    /** Of the system and of what the emulator is told. */
    private String id(Path archive) throws IOException {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            sum.update(Files.readAllBytes(Home.KERNEL));
            sum.update(Files.readAllBytes(archive));
            sum.update((options.memory() + options.qemuArguments()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
