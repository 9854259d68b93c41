package peaberry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peaberry.image.KernelVariant;

/**
 * {@code ./peaberry bench}: measures the guest from inside (instructions and virtual time under {@code -icount shift=0}, the same
 * on any machine), its start from outside (wall time), and its size; writes all of it to {@code build/bench.json}.
 */
final class Bench {

    private static final Path RESULT = Home.BUILD.resolve("bench.json");
    private static final Path LOG = Home.BUILD.resolve("bench.log");
    private static final Pattern LINE = Pattern.compile("^BENCH ([a-z0-9.]+) ([0-9]+(?:\\.[0-9]+)?)\\s*$", Pattern.MULTILINE);
    private static final int STARTS = 5;
    private static final int LONGEST_SECONDS = 300;

    /** The largest value that is good enough, where there is one. */
    private static final Map<String, BigDecimal> TARGETS = Map.of(
            "syscall.null.instructions", new BigDecimal(70),
            "ipc.roundtrip.0.instructions", new BigDecimal(600),
            "map.page.instructions", new BigDecimal(450),
            "window.copy4k.instructions", new BigDecimal(1_000),
            "kernel.longest_uninterruptible.instructions", new BigDecimal(6_000),
            "boot.prompt.seconds", new BigDecimal("0.5"),
            "kernel.text.bytes", new BigDecimal(65_536),
            "driver.restart.median.milliseconds", new BigDecimal(100),
            "kernel.trusted.share", new BigDecimal("0.25"));

    private final Map<String, BigDecimal> values = new LinkedHashMap<>();

    private Bench() {}

    /** 0 if every target is met, else 1. */
    static int run() throws Failure, IOException, InterruptedException {
        Bench bench = new Bench();
        bench.measureInside();
        bench.measureStretches();
        bench.measureStart();
        bench.measureSize();
        bench.write();
        return bench.print() ? 0 : 1;
    }

    private void measureInside() throws Failure, IOException, InterruptedException {
        System.err.println("peaberry: measuring inside the guest");
        Options options = new Options("128M", "q35", List.of(), true, null, false, KernelVariant.ORDINARY);
        Process guest = new ProcessBuilder(Emulator.command(options, NativeImage.benchArchive())).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(LOG.toFile()).start();
        boolean ended = guest.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        guest.destroyForcibly();
        int status = ExitStatus.ofEmulator(guest.waitFor(), true);
        String said = Files.readString(LOG, StandardCharsets.ISO_8859_1);
        Matcher line = LINE.matcher(said);
        while (line.find()) {
            values.put(line.group(1), new BigDecimal(line.group(2)));
        }
        if (!ended || status != 0) {
            throw new Failure("the guest did not measure itself; it said:\n" + said);
        }
    }

    /** What the machine does before and after the kernel's Java code is no more than a whole system call that does nothing. */
    private void measureStretches() throws Failure, IOException, InterruptedException {
        UninterruptibleStretch longest = UninterruptibleStretch.longest();
        BigDecimal machine = values.get("syscall.null.instructions");
        values.put("kernel.longest_uninterruptible.instructions", BigDecimal.valueOf(longest.instructions()).add(machine));
        System.err.println("peaberry: the longest stretch with interrupts off was caused by " + longest.cause());
    }

    private void measureStart() throws Failure, IOException, InterruptedException {
        System.err.println("peaberry: starting " + STARTS + " times");
        double best = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            best = Math.min(best, secondsToPrompt());
        }
        values.put("boot.prompt.seconds", BigDecimal.valueOf(Math.round(best * 1000), 3));
    }

    private static double secondsToPrompt() throws Failure, IOException {
        long begin = System.nanoTime();
        Process guest = new ProcessBuilder(Emulator.command(Options.DEFAULT, Home.ARCHIVE)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream output = guest.getInputStream()) {
            StringBuilder said = new StringBuilder();
            byte[] piece = new byte[4096];
            while (said.indexOf("\n" + NativeImage.PROMPT) < 0) {
                int count = output.read(piece);
                if (count < 0) {
                    throw new Failure("the guest ended before its prompt; it said:\n" + said);
                }
                said.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            guest.destroyForcibly();
        }
    }

    private void measureSize() throws Failure, IOException {
        String report = Files.readString(NativeImage.KERNEL_REPORT);
        values.put("kernel.text.bytes", reported(report, "text.bytes").add(reported(report, "rodata.bytes")));
        values.put("image.bytes", BigDecimal.valueOf(Files.size(Home.KERNEL) + Files.size(Home.ARCHIVE)));
        values.put("kernel.trusted.share", reported(report, "trusted.share"));
        values.put("kernel.lines", reported(report, "lines.total"));
    }

    private static BigDecimal reported(String report, String key) throws Failure {
        Matcher value = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*([0-9.]+)").matcher(report);
        if (!value.find()) {
            throw new Failure("the build report has no " + key);
        }
        return new BigDecimal(value.group(1));
    }

    private void write() throws IOException {
        Files.writeString(RESULT, values.entrySet().stream().map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue().toPlainString())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    }

    private boolean print() {
        boolean met = true;
        for (Map.Entry<String, BigDecimal> entry : values.entrySet()) {
            BigDecimal target = TARGETS.get(entry.getKey());
            boolean good = target == null || entry.getValue().compareTo(target) <= 0;
            met &= good;
            System.out.printf("%-38s %12s  %s%n", entry.getKey(), entry.getValue().toPlainString(),
                    target == null ? "" : "target at most " + target.toPlainString() + (good ? "" : ": MISSED"));
        }
        System.out.println("written to " + RESULT);
        return met;
    }
}
