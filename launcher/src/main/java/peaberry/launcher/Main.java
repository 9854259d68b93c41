package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Carries out one command of {@code ./peaberry}; the script has found the JDK and compiled the classes. */
public final class Main {

    private Main() {}

    /** The command's name, then its options; ends the JVM with the command's status. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(carryOut(List.of(arguments)));
    }

    private static int carryOut(List<String> arguments) throws InterruptedException {
        try {
            String command = arguments.get(0);
            List<String> rest = arguments.subList(1, arguments.size());
            return switch (command) {
                case "run" -> run(Options.parse(command, rest, Options.OF_RUN));
                case "java" -> JavaRun.run(JavaCommand.parse(rest));
                case "new" -> NewProject.make(rest);
                case "sandbox" -> SandboxRun.run(SandboxOrder.parse(rest));
                case "image" -> image(Options.parse(command, rest, Options.OF_IMAGE));
                case "debug" -> debug(Options.parse(command, rest, Options.OF_DEBUG));
                case "bench" -> bench(Options.parse(command, rest, Options.OF_BENCH));
                case "conformance", "fuzz" -> testKernel(command, Options.parse(command, rest, Options.OF_KERNEL_TESTS));
                case "faults" -> faults(Options.parse(command, rest, Options.OF_FAULTS));
                case "powercut" -> PowerCutRun.run(Options.parse(command, rest, Options.OF_POWERCUT));
                case "demo" -> demo(Options.parse(command, rest, Options.OF_OTHERS));
                case "test" -> test(Options.parse(command, rest, Options.OF_OTHERS));
                default -> throw new Failure("there is no command '" + command + "'");
            };
        } catch (Failure failure) {
            System.err.println("peaberry: " + failure.getMessage());
            return ExitStatus.LAUNCHER_FAILED;
        } catch (IOException e) {
            System.err.println("peaberry: " + e.getMessage());
            return ExitStatus.LAUNCHER_FAILED;
        }
    }

    private static int run(Options options) throws Failure, IOException, InterruptedException {
        ChosenSystem system = ChosenSystem.of(options);
        Options chosen = options.withMemoryOf(system.declaration().memory());
        if (chosen.hosted()) {
            return HostedRun.run(chosen, system.hostedImage());
        }
        if (chosen.devices().disk() != null) {
            NewDisk.makeIfAbsent(chosen.devices().disk());
        }
        return EmulatedRun.run(chosen, Emulator.command(chosen, NativeImage.build(system)));
    }

    private static int image(Options options) throws Failure, IOException {
        if (options.explains() || options.drawing() != null) {
            return Declared.explain(options);
        }
        System.out.println(Home.KERNEL + "\n" + NativeImage.build(ChosenSystem.of(options)));
        return 0;
    }

    private static int debug(Options options) throws Failure, IOException {
        NativeImage.buildMinimal();
        Debugger.prepare(options);
        return 0;
    }

    /** Runs what tests the kernel from inside the guest; its status is 0 if the kernel passed. */
    private static int testKernel(String command, Options options) throws Failure, IOException, InterruptedException {
        Path archive = NativeImage.build(command);
        Path kernel = NativeImage.buildKernel(options.kernel());
        Options chosen = command.equals("conformance") ? options.countingInstructions() : options;
        return EmulatedRun.run(chosen, Emulator.command(chosen, kernel, archive));
    }

    private static int faults(Options options) throws Failure, IOException, InterruptedException {
        return options.faults().isForAll() ? new FaultCampaign(options).run() : FaultRun.run(options);
    }

    /** The images are built first: the tests start the systems many times. */
    private static int test(Options options) throws Failure, IOException, InterruptedException {
        NativeImage.buildMinimal();
        NativeImage.build(ChosenSystem.ordinary());
        return TestRun.run();
    }

    private static int demo(Options options) throws Failure, IOException, InterruptedException {
        return Demo.run();
    }

    private static int bench(Options options) throws Failure, IOException, InterruptedException {
        NativeImage.buildMinimal();
        return options.versusLinux() ? VersusLinux.run(options.runs()) : Bench.run(options.runs());
    }
}
