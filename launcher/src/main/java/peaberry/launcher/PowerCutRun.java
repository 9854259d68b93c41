package peaberry.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaberry.powercut.PowerCuts;
import peaberry.powercut.PowerCuts.Lost;
import peaberry.powercut.PowerCuts.Sync;
import peaberry.powercut.WriteLog;

/**
 * {@code ./peaberry powercut}: a guest changes files without end ({@code image/system/churn.toml}) while each write to its disk is noted; then disks are made that a loss of power
 * could have left behind, and judged. What was noted stays in {@code build/powercut} until the next time.
 */
final class PowerCutRun {

    private static final String SYSTEM = "churn";
    private static final Path FOLDER = Home.BUILD.resolve("powercut");
    private static final String SIZE = "24M";
    /** Small blocks and a journal that is soon full, and what {@code mke2fs} makes of larger disks. */
    private static final String[] SMALL = {"-N", "12000", "-b", "1024", "-J", "size=1"};
    private static final String[] LARGE = {"-N", "12000", "-b", "4096", "-J", "size=4"};
    private static final Pattern SYNCED = Pattern.compile("SYNCED (\\d+)");
    private static final int STEP = 100;

    private final Options options;
    private final List<Sync> syncs = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    private PowerCutRun(Options options) {
        this.options = options;
    }

    /** @return 0 if all disks were as they must be; else 1 */
    static int run(Options options) throws Failure, IOException, InterruptedException {
        return new PowerCutRun(options).run();
    }

    private int run() throws Failure, IOException, InterruptedException {
        Path archive = NativeImage.build(SYSTEM);
        Files.createDirectories(FOLDER);
        Path disk = FOLDER.resolve("guest.disk");
        Path log = FOLDER.resolve("writes.log");
        Files.write(log, new byte[0]);
        long seed = options.cuts().seed();
        NewDisk.make(disk, SIZE, seed % 2 == 0 ? LARGE : SMALL);
        byte[] original = Files.readAllBytes(disk);
        System.err.println("peaberry: the guest changes files, seed " + seed);
        churn(archive, disk, log, seed);
        WriteLog writes = new WriteLog(log);
        PowerCuts cuts = new PowerCuts(original, writes, syncs, seed, FOLDER);
        System.out.printf("POWERCUT seed %d, writes %d, flushes %d, syncs %d%n", seed, cuts.writes(), cuts.flushes(), syncs.size());
        try {
            cuts.judge(options.cuts().images(), this::tell);
        } catch (Lost lost) {
            System.out.println("POWERCUT LOST " + lost.getMessage());
            return 1;
        }
        System.out.printf("POWERCUT disks %d, each as it must be, after Peaberry replayed its journal and after e2fsck did%n", options.cuts().images());
        return 0;
    }

    private void tell(int images) {
        if (images % STEP == 0) {
            System.err.println("peaberry: " + images + " of " + options.cuts().images() + " disks");
        }
    }

    private void churn(Path archive, Path disk, Path log, long seed) throws Failure, IOException, InterruptedException {
        List<String> command = new ArrayList<>(Emulator.command(options, archive));
        command.addAll(GuestDevices.NONE.withDisk(disk).logged(log).arguments(options.machine()));
        Process guest = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread killer = new Thread(guest::destroyForcibly, "emulator killer");
        Runtime.getRuntime().addShutdownHook(killer);
        Timer timer = new Timer("timeout", true);
        if (options.timeout() != null) {
            timer.schedule(new TimerTask() {
                @Override
                public void run() {
                    guest.destroyForcibly();
                }
            }, options.timeout().toMillis());
        }
        try (BufferedReader screen = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream keys = guest.getOutputStream()) {
            press(keys, seed + "\r");
            for (String line = screen.readLine(); line != null; line = screen.readLine()) {
                take(line, log, keys);
            }
        }
        int status = guest.waitFor();
        timer.cancel();
        Runtime.getRuntime().removeShutdownHook(killer);
        if (ExitStatus.ofEmulator(status, true) != 0) {
            throw new Failure("the guest did not change files to the end; it said:\n" + said);
        }
    }

    /** While the guest waits for a key, nothing is changed: what is written then was synced. */
    private void take(String line, Path log, OutputStream keys) throws IOException {
        Matcher synced = SYNCED.matcher(line);
        if (synced.find()) {
            syncs.add(new Sync(WriteLog.entries(log), Long.parseLong(synced.group(1))));
            press(keys, "\r");
        } else {
            said.append(line).append('\n');
        }
    }

    private static void press(OutputStream keys, String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.US_ASCII));
        keys.flush();
    }
}
