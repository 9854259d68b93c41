package peaberry.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import peaberry.image.KernelVariant;

/**
 * What the command line asked for.
 *
 * @param memory the guest's memory in the form that QEMU reads, such as {@code 128M}, or null for as much as the system's declaration says
 * @param machine QEMU's machine type
 * @param devices what the guest has beside a serial line and a clock
 * @param qemuArguments further arguments for QEMU
 * @param countsInstructions whether the guest's clock counts its instructions
 * @param timeout when to give up, or null for never
 * @param hosted whether to run on the JVM
 * @param kernel which kernel, of those that are built from the same classes
 * @param runs how often the guest measures itself
 * @param versusLinux whether the guest's work with files is measured beside a Linux's, and nothing else
 * @param explains whether the declaration is printed and nothing built
 * @param drawing the file that the declaration is drawn into, or null
 * @param minimal whether it is about the minimal system instead of the ordinary one
 * @param login whether people have to log in to the ordinary system
 * @param system the folder of a system of the user's own, or null
 * @param faults what is injected into which driver
 * @param cuts how many losses of power are tried
 */
record Options(String memory, String machine, GuestDevices devices, List<String> qemuArguments, boolean countsInstructions, Duration timeout,
        boolean hosted, KernelVariant kernel, int runs, boolean versusLinux, boolean explains, Path drawing, boolean minimal, boolean login, Path system, FaultOrder faults,
        PowerCutOrder cuts) {

    private static final Set<String> MACHINES = Set.of("q35", "pc", "microvm");
    private static final String WITHOUT_PCI = "microvm";
    private static final Set<String> FOR_QEMU = Set.of("--machine", "--disk", "--net", "--qemu-arg", "--icount");

    static final Set<String> OF_RUN = Set.of("--memory", "--machine", "--disk", "--net", "--qemu-arg", "--icount", "--timeout", "--jvm", "--minimal", "--login", "--system", "--yes");
    static final Set<String> OF_DEBUG = Set.of("--memory", "--machine", "--qemu-arg", "--yes");
    static final Set<String> OF_KERNEL_TESTS = Set.of("--memory", "--machine", "--qemu-arg", "--measure", "--general-path", "--timeout", "--yes");
    static final Set<String> OF_IMAGE = Set.of("--explain", "--svg", "--minimal", "--system", "--yes");
    static final Set<String> OF_BENCH = Set.of("--runs", "--vs-linux", "--yes");
    static final Set<String> OF_FAULTS = Set.of("--driver", "--faults", "--seed", "--memory", "--qemu-arg", "--timeout", "--yes");
    static final Set<String> OF_POWERCUT = Set.of("--images", "--seed", "--memory", "--qemu-arg", "--timeout", "--yes");
    static final Set<String> OF_OTHERS = Set.of("--yes");

    static final Options DEFAULT = new Options("128M", "q35", GuestDevices.NONE, List.of(), false, null, false, KernelVariant.ORDINARY, 5, false, false, null, false, false, null,
            FaultOrder.DEFAULT, PowerCutOrder.DEFAULT);

    /**
     * Reads the arguments that follow the command's name; {@code --name value} and {@code --name=value} mean the same.
     *
     * @param allowed the options that the command knows
     * @throws Failure which says what is wrong with the first bad argument
     */
    static Options parse(String command, List<String> arguments, Set<String> allowed) throws Failure {
        String memory = allowed == OF_RUN ? null : DEFAULT.memory;
        String machine = DEFAULT.machine;
        GuestDevices devices = DEFAULT.devices;
        List<String> qemuArguments = new ArrayList<>();
        boolean countsInstructions = false;
        Duration timeout = null;
        boolean hosted = false;
        KernelVariant kernel = DEFAULT.kernel;
        int runs = DEFAULT.runs;
        boolean versusLinux = false;
        boolean explains = false;
        Path drawing = null;
        boolean minimal = false;
        boolean login = false;
        Path system = null;
        FaultOrder faults = DEFAULT.faults;
        PowerCutOrder cuts = DEFAULT.cuts;
        String forQemu = null;
        Arguments rest = new Arguments(arguments);
        while (rest.next()) {
            if (!allowed.contains(rest.name())) {
                throw new Failure("'" + command + "' has no option '" + rest.name() + "'; ./peaberry --help lists them");
            }
            if (FOR_QEMU.contains(rest.name())) {
                forQemu = rest.name();
            }
            switch (rest.name()) {
                case "--memory" -> memory = rest.value("[1-9][0-9]{0,5}[MG]", "a size such as 4M or 1G");
                case "--machine" -> machine = rest.value(String.join("|", MACHINES), "q35, pc or microvm");
                case "--disk" -> devices = devices.withDisk(Path.of(rest.value(".+", "a file")));
                case "--net" -> devices = rest.flag() ? devices.withNetwork() : devices;
                case "--qemu-arg" -> qemuArguments.add(rest.value(".+", "an argument for QEMU"));
                case "--timeout" -> timeout = Duration.ofSeconds(Integer.parseInt(rest.value("[1-9][0-9]{0,5}", "whole seconds")));
                case "--icount" -> countsInstructions = rest.flag();
                case "--measure" -> kernel = rest.flag() ? KernelVariant.MEASURING : kernel;
                case "--general-path" -> kernel = rest.flag() ? KernelVariant.GENERAL_PATH : kernel;
                case "--runs" -> runs = Integer.parseInt(rest.value("[1-9][0-9]?", "a number from 1 to 99"));
                case "--vs-linux" -> versusLinux = rest.flag();
                case "--explain" -> explains = rest.flag();
                case "--svg" -> drawing = Path.of(rest.value(".+", "a file"));
                case "--login" -> login = rest.flag();
                case "--minimal" -> minimal = rest.flag();
                case "--system" -> system = Path.of(rest.value(".+", "a folder"));
                case "--driver" -> faults = faults.into(rest.value("[a-z][a-z0-9-]{0,23}", "the name of a driver's process"));
                case "--faults" -> faults = faults.of(Long.parseLong(rest.value("[1-9][0-9]{0,8}", "a number of at most nine digits")));
                case "--seed" -> {
                    long seed = Long.parseLong(rest.value("[1-9][0-9]{0,17}", "a number from 1 on"));
                    faults = faults.from(seed);
                    cuts = cuts.from(seed);
                }
                case "--images" -> cuts = cuts.of(Integer.parseInt(rest.value("[1-9][0-9]{0,6}", "a number of at most seven digits")));
                case "--jvm" -> hosted = rest.flag();
                default -> rest.flag();
            }
        }
        if (hosted && forQemu != null) {
            throw new Failure(forQemu + " is for QEMU and means nothing with --jvm");
        }
        if (login && (minimal || system != null)) {
            throw new Failure("--login is for the ordinary system");
        }
        if (login && hosted) {
            throw new Failure("--login needs libraries that --jvm does without");
        }
        if (minimal && system != null) {
            throw new Failure("--minimal and --system name two systems");
        }
        if (machine.equals(WITHOUT_PCI) && !devices.equals(GuestDevices.NONE)) {
            throw new Failure("--disk and --net are PCI devices, and a machine of the type " + WITHOUT_PCI + " has no such");
        }
        Options options = new Options(memory, machine, devices, List.copyOf(qemuArguments), countsInstructions || kernel == KernelVariant.MEASURING, timeout, hosted, kernel, runs, versusLinux, explains, drawing, minimal, login, system, faults, cuts);
        return login ? options.withLogin() : options;
    }

    /** Those of a guest that measures something. */
    static Options ofGuest(String memory, GuestDevices devices, List<String> qemuArguments, boolean countsInstructions, KernelVariant kernel) {
        return new Options(memory, DEFAULT.machine, devices, qemuArguments, countsInstructions, null, false, kernel, 1, false, false, null, false, false, null, FaultOrder.DEFAULT, PowerCutOrder.DEFAULT);
    }

    /** The same with a clock that counts the guest's instructions: what takes time comes to the same on any host. */
    Options countingInstructions() {
        return new Options(memory, machine, devices, qemuArguments, true, timeout, hosted, kernel, runs, versusLinux, explains, drawing, minimal, login, system, faults, cuts);
    }

    /** Whether it is about something for which a JDK is enough. */
    boolean needsNoJars() {
        return hosted || explains || drawing != null;
    }

    /** The same with what somebody needs who logs in. */
    Options withLogin() {
        return new Options(memory, machine, devices.withEntropy(), qemuArguments, countsInstructions, timeout, hosted, kernel, runs, versusLinux, explains, drawing, minimal, true, system, faults, cuts);
    }

    /** The same with as much memory as a system is declared to need, if nothing else was said. @param bytes a multiple of a MiB */
    Options withMemoryOf(long bytes) {
        return memory != null ? this
                : new Options(megabytes(bytes), machine, devices, qemuArguments, countsInstructions, timeout, hosted, kernel, runs, versusLinux, explains, drawing, minimal, login, system, faults, cuts);
    }

    /** A size in the form that QEMU reads. @param bytes a multiple of a MiB */
    static String megabytes(long bytes) {
        return (bytes >> 20) + "M";
    }

    /** {@link #memory} in bytes. */
    long memoryBytes() {
        int last = memory.length() - 1;
        long unit = memory.charAt(last) == 'G' ? 1L << 30 : 1L << 20;
        return Long.parseLong(memory.substring(0, last)) * unit;
    }

    /** Walks over the arguments, one option at a time. */
    private static final class Arguments {

        private final List<String> all;
        private int position;
        private String name;
        private String attached;

        Arguments(List<String> all) {
            this.all = all;
        }

        boolean next() {
            if (position == all.size()) {
                return false;
            }
            String argument = all.get(position++);
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            name = equals < 0 ? argument : argument.substring(0, equals);
            attached = equals < 0 ? null : argument.substring(equals + 1);
            return true;
        }

        String name() {
            return name;
        }

        boolean flag() throws Failure {
            if (attached != null) {
                throw new Failure(name + " takes no value");
            }
            return true;
        }

        String value(String pattern, String meaning) throws Failure {
            if (attached == null && position == all.size()) {
                throw new Failure(name + " needs " + meaning);
            }
            String value = attached == null ? all.get(position++) : attached;
            if (!value.matches(pattern)) {
                throw new Failure(name + " needs " + meaning + ", not '" + value + "'");
            }
            return value;
        }
    }
}
