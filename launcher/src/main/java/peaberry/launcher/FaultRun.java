package peaberry.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code ./peaberry faults}: a guest that injects faults into one of its drivers, with the devices that {@code image/system/faults.toml} wants
 * and a clock that counts instructions. What the guest says is passed on, but for the lines that test the console.
 */
final class FaultRun {

    private static final String SYSTEM = "faults";
    /** The PC's clock goes with the guest's time, not with the host's. */
    private static final List<String> CLOCK = List.of("-rtc", "base=2026-01-01T00:00:00,clock=vm");
    private static final List<String> SCREEN = List.of("-vga", "std");
    private static final long DISK_BYTES = 16L << 20;

    private final Options options;
    private final Path kernel;
    private final Path archive;
    private final FaultOrder order;
    private final Consumer<String> listener;
    private final ProcessBuilder.Redirect complaints;
    private final NumberedLines lines = new NumberedLines();
    private volatile boolean hasPrinted;

    /** @param archive of {@link #build} @param listener is told each line of the report @param complaints where the emulator complains of what the driver does */
    FaultRun(Options options, Path kernel, Path archive, FaultOrder order, Consumer<String> listener, ProcessBuilder.Redirect complaints) {
        this.options = options;
        this.kernel = kernel;
        this.archive = archive;
        this.order = order;
        this.listener = listener;
        this.complaints = complaints;
    }

    /** Brings the system up to date. @return its archive */
    static Path build() throws Failure, IOException {
        return NativeImage.build(SYSTEM);
    }

    /**
     * Runs one guest to its end, and prints what it reports.
     *
     * @return 0 if what is promised was kept; else the status that {@code ./peaberry run} would have ended with
     */
    static int run(Options options) throws Failure, IOException, InterruptedException {
        FaultOrder order = options.faults();
        Path archive = build();
        System.err.println("peaberry: " + order.count() + " faults into " + order.driver() + ", seed " + order.seed());
        return new FaultRun(options, Home.KERNEL, archive, order, FaultRun::print, ProcessBuilder.Redirect.INHERIT).run();
    }

    /** How often each time was seen is for those who add up. */
    private static void print(String line) {
        if (!line.startsWith(FaultReport.TIMES)) {
            System.out.println(line);
        }
    }

    /** Runs the guest to its end. @return as {@link #run(Options)} */
    int run() throws Failure, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("peaberry-faults");
        Path disk = folder.resolve("virtio.disk");
        Path sata = folder.resolve("sata.disk");
        try {
            return run(empty(disk), empty(sata));
        } finally {
            Files.deleteIfExists(disk);
            Files.deleteIfExists(sata);
            Files.delete(folder);
        }
    }

    private static Path empty(Path disk) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(DISK_BYTES);
        }
        return disk;
    }

    private int run(Path disk, Path sata) throws Failure, IOException, InterruptedException {
        List<String> command = new ArrayList<>(Emulator.command(options.countingInstructions(), kernel, archive));
        command.addAll(GuestDevices.NONE.withDisk(disk).withNetwork().arguments(options.machine()));
        command.addAll(List.of("-drive", "if=none,id=sata,format=raw,file=" + sata, "-device", "ide-hd,drive=sata,bus=ide.0"));
        command.addAll(SCREEN);
        command.addAll(CLOCK);
        AtomicReference<Process> emulator = new AtomicReference<>();
        Thread killer = new Thread(() -> Stream.ofNullable(emulator.get()).forEach(Process::destroyForcibly), "emulator killer");
        Runtime.getRuntime().addShutdownHook(killer); // before the emulator starts: while the launcher ends it throws, and none does
        Process guest = new ProcessBuilder(command).redirectError(complaints).start();
        emulator.set(guest);
        Thread screen = new Thread(() -> show(guest), "screen");
        screen.start();
        type(order.line(), guest);
        boolean ended = options.timeout() == null || guest.waitFor(options.timeout().toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            guest.destroyForcibly();
        }
        int status = guest.waitFor();
        screen.join();
        Runtime.getRuntime().removeShutdownHook(killer);
        lines.summary().lines().forEach(listener);
        return ended ? ExitStatus.ofEmulator(status, hasPrinted) : ExitStatus.TIMEOUT;
    }

    /** Types as a user would. A guest that is gone reads nothing; its status tells. */
    private static void type(String line, Process guest) {
        try {
            OutputStream keys = guest.getOutputStream();
            keys.write(line.getBytes(StandardCharsets.ISO_8859_1));
            keys.flush();
        } catch (IOException gone) {
            return;
        }
    }

    private void show(Process guest) {
        try (BufferedReader said = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                hasPrinted = true;
                if (!lines.takes(line)) {
                    listener.accept(line);
                }
            }
        } catch (IOException killed) {
            return;
        }
    }
}
