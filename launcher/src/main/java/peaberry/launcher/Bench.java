package peaberry.launcher;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaberry.image.KernelVariant;

/**
 * {@code ./peaberry bench}: measures the guest from inside (instructions and virtual time under {@code -icount shift=0}, the same
 * on any machine), its start from outside (wall time), and its size; writes all of it to {@code build/bench.json} and prints it
 * beside the targets.
 */
final class Bench {

    private static final Path RESULT = Home.BUILD.resolve("bench.json");
    /** The same as a table, for docs/performance.md. */
    private static final Path TABLE = Home.BUILD.resolve("bench.md");
    private static final MeasuredGuest GUEST = new MeasuredGuest(Home.BUILD.resolve("bench.log"), ProcessBuilder.Redirect.INHERIT, 300);
    private static final Pattern LINE = Pattern.compile("^BENCH ([a-z0-9._]+) ([0-9]+(?:\\.[0-9]+)?)\\s*$", Pattern.MULTILINE);
    private static final int STARTS = 5;

    private final Measurements values = new Measurements();

    /** What somebody is asked who makes the first account. */
    private static final String NAME = "name: ";
    private static final Pattern USED = Pattern.compile("(?m)^all +\\d+ KiB +(\\d+) KiB");

    private Bench() {}

    /**
     * Measures and tells.
     *
     * @param runs how often the guest measures itself
     * @return 0 if every target is met, or missed by no more than {@link Figure} says; else 1
     */
    static int run(int runs) throws Failure, IOException, InterruptedException {
        Bench bench = new Bench();
        for (int i = 1; i <= runs; i++) {
            System.err.println("peaberry: measuring inside the guest, run " + i + " of " + runs);
            bench.measureInside();
        }
        bench.measureStretches();
        bench.measureStart();
        bench.measureIdle();
        bench.measureSize();
        bench.values.writeJson(RESULT);
        bench.values.writeTable(TABLE);
        boolean expected = bench.values.print();
        System.out.println("written to " + RESULT);
        return expected ? 0 : 1;
    }

    private void measureInside() throws Failure, IOException, InterruptedException {
        Options options = Options.ofGuest("128M", GuestDevices.NONE, List.of(), true, KernelVariant.ORDINARY);
        Matcher line = LINE.matcher(GUEST.run(Emulator.command(options, NativeImage.build("bench")), "the guest did not measure itself"));
        while (line.find()) {
            values.add(line.group(1), new BigDecimal(line.group(2)));
        }
    }

    /** What the machine does before and after the kernel's Java code is no more than a whole system call that does nothing. */
    private void measureStretches() throws Failure, IOException, InterruptedException {
        UninterruptibleStretch longest = UninterruptibleStretch.longest();
        BigDecimal machine = values.value("syscall.null.instructions");
        values.add("kernel.longest_uninterruptible.instructions", BigDecimal.valueOf(longest.instructions()).add(machine));
        System.err.println("peaberry: the longest stretch with interrupts off was caused by " + longest.cause());
    }

    private void measureStart() throws Failure, IOException, InterruptedException {
        System.err.println("peaberry: starting " + STARTS + " times, and " + STARTS + " times to log in");
        values.add("boot.prompt.seconds", seconds(Emulator.command(Options.DEFAULT, Home.ARCHIVE), "\n" + NativeImage.PROMPT));
        ChosenSystem system = ChosenSystem.withLogin();
        Options options = Options.ofGuest(Options.megabytes(system.declaration().memory()), GuestDevices.NONE.withEntropy(), List.of(), false, KernelVariant.ORDINARY);
        values.add("boot.login.seconds", seconds(Emulator.command(options, NativeImage.build(system)), NAME));
    }

    /** The least of several starts. @param text that a guest prints at last */
    private static BigDecimal seconds(List<String> command, String text) throws Failure, IOException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            try (TypedGuest guest = start(command)) {
                guest.await(text);
                best = Math.min(best, (System.nanoTime() - begin) / 1e9);
            }
        }
        return BigDecimal.valueOf(Math.round(best * 1000), 3);
    }

    private static TypedGuest start(List<String> command) throws IOException {
        return new TypedGuest(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start(), printed -> { });
    }

    /** What the ordinary system says of its memory while nothing runs but a shell, and what says it. */
    private void measureIdle() throws Failure, IOException {
        ChosenSystem system = ChosenSystem.ordinary();
        Options options = Options.ofGuest(Options.megabytes(system.declaration().memory()), GuestDevices.NONE, List.of(), false, KernelVariant.ORDINARY);
        try (TypedGuest guest = start(Emulator.command(options, NativeImage.build(system)))) {
            guest.await("\n$ ");
            guest.type("grant machine programs\r");
            guest.await("\n$ ");
            guest.type("free\r");
            Matcher used = USED.matcher(guest.await("\n$ "));
            if (!used.find()) {
                throw new Failure("the guest did not say how much memory is in use");
            }
            values.add("memory.idle.bytes", new BigDecimal(used.group(1)).multiply(BigDecimal.valueOf(1024)));
        }
    }

    private void measureSize() throws Failure, IOException {
        String report = Files.readString(NativeImage.KERNEL_REPORT);
        values.add("kernel.text.bytes", reported(report, "text.bytes").add(reported(report, "rodata.bytes")));
        values.add("image.bytes", BigDecimal.valueOf(Files.size(Home.KERNEL) + Files.size(Home.ARCHIVE)));
        values.add("kernel.trusted.share", reported(report, "trusted.share"));
        values.add("kernel.lines", reported(report, "lines.total"));
    }

    private static BigDecimal reported(String report, String key) throws Failure {
        Matcher value = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*([0-9.]+)").matcher(report);
        if (!value.find()) {
            throw new Failure("the build report has no " + key);
        }
        return new BigDecimal(value.group(1));
    }
}
