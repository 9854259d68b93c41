package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import peaberry.image.KernelVariant;

/**
 * The longest time that the kernel kept interrupts off, over all conformance cases and the fuzzing, as a kernel tells that measures it.
 *
 * @param cause        the system call, invocation or trap that took so long
 * @param instructions how long, from the kernel's first Java code to its last
 */
record UninterruptibleStretch(String cause, long instructions) {

    private static final List<String> TESTS = List.of("conformance", "fuzz");
    private static final Pattern LINE = Pattern.compile("^STRETCH (\\w+) (\\d+)\\s*$", Pattern.MULTILINE);
    /** QEMU says something of each access that the IOMMU refuses. */
    private static final MeasuredGuest GUEST =
            new MeasuredGuest(Home.BUILD.resolve("stretches.log"), ProcessBuilder.Redirect.to(Home.BUILD.resolve("stretches.errors").toFile()), 600);
    /** An IOMMU, and a device that can be told to access any memory: without them not all cases apply. */
    private static final List<String> DEVICES = List.of("-device", "intel-iommu,intremap=on", "-device", "edu,dma_mask=0xffffffff");

    /** Runs the tests under QEMU, which counts instructions. */
    static UninterruptibleStretch longest() throws Failure, IOException, InterruptedException {
        UninterruptibleStretch longest = new UninterruptibleStretch("nothing", 0);
        for (String test : TESTS) {
            System.err.println("peaberry: measuring stretches with interrupts off: " + test);
            for (UninterruptibleStretch each : in(run(test))) {
                longest = each.instructions > longest.instructions ? each : longest;
            }
        }
        return longest;
    }

    private static String run(String test) throws Failure, IOException, InterruptedException {
        Path archive = NativeImage.build(test);
        Options options = Options.ofGuest("128M", GuestDevices.NONE, DEVICES, true, KernelVariant.MEASURING);
        return GUEST.run(Emulator.command(options, NativeImage.buildKernel(options.kernel()), archive), "the kernel did not pass '" + test + "'");
    }

    private static List<UninterruptibleStretch> in(String said) throws Failure {
        List<UninterruptibleStretch> found = LINE.matcher(said).results().map(UninterruptibleStretch::of).toList();
        if (found.isEmpty()) {
            throw new Failure("the kernel did not measure itself; the guest said:\n" + said);
        }
        return found;
    }

    private static UninterruptibleStretch of(MatchResult line) {
        return new UninterruptibleStretch(line.group(1), Long.parseLong(line.group(2)));
    }
}
