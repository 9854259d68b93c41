package peaberry.launcher;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The declaration of a sandbox's system: the program, what it was given, and what is needed for that. There is no disk, no network, no shell, and no clock or source of random numbers that was not asked for. */
final class SandboxDeclaration {

    private static final int MEBIBYTE_BITS = 20;
    private static final int STARTS_PROGRAMS = 256;
    /** In mebibytes, of what programs are made from. */
    private static final int LEAST_OBJECTS = 32;

    private static final String FIXED = """
            [process.supervisor]
            program = "supervisor"
            priority = 253
            memory = "512 KiB"
            serves = { supervision = "peaberry.system.Supervision" }
            uses = { processes = "root.processes", system = "root.system", pci = "pci.bus" }
            kept = { memory = "64 KiB" }

            [process.pci]
            program = "pci"
            priority = 254
            memory = "512 KiB"
            serves = { bus = "peaberry.bus.PciBus" }
            uses = { pages = "root.device-pages" }
            ports = { configuration = "0xcf8-0xcff" }
            kept = { journal = "4 KiB" }

            [process.first]
            program = "serial"
            priority = 200
            memory = "512 KiB"
            serves = { console = "peaberry.console.Console", control = "peaberry.driver.DriverControl" }
            ports = { uart = "0x3f8-0x3ff" }
            interrupts = { uart = 4 }

            [process.second]
            program = "serial"
            priority = 200
            memory = "512 KiB"
            serves = { console = "peaberry.console.Console", control = "peaberry.driver.DriverControl" }
            ports = { uart = "0x2f8-0x2ff" }
            interrupts = { uart = 3 }

            [process.wires]
            program = "wires"
            priority = 130
            memory = "512 KiB"
            slots = 64
            serves = { stdin = "peaberry.stream.ByteStream", stdout = "peaberry.stream.ByteStream", stderr = "peaberry.stream.ByteStream", status = "peaberry.stream.ByteStream" }
            uses = { first = "first.console", second = "second.console" }
            holds = { table = "own-table" }
            kept = { memory = "4 KiB" }

            """;

    private static final String SHARE = """
            [process.share%d]
            program = "host-files"
            argument = %d
            priority = 160
            memory = "1 MiB"
            objects = "4 KiB"
            slots = 64
            restart = "never"
            serves = { files = "peaberry.file.FileSystem" }
            pci = { share = "1af4:1049%s" }
            dma = "256 KiB"
            reset = "virtio"
            holds = { table = "own-table" }

            """;

    private static final String CLOCK = """
            [process.clock]
            program = "real-time-clock"
            argument = 0x32
            priority = 150
            memory = "256 KiB"
            serves = { clock = "peaberry.clock.Clock" }
            ports = { registers = "0x70-0x71" }

            """;

    private static final String ENTROPY = """
            [process.entropy]
            program = "virtio-entropy"
            priority = 160
            memory = "256 KiB"
            serves = { entropy = "peaberry.entropy.Entropy", control = "peaberry.driver.DriverControl" }
            pci = { entropy = "1af4:1044" }
            dma = "4 KiB"
            reset = "virtio"

            """;

    private final SandboxOrder order;

    SandboxDeclaration(SandboxOrder order) {
        this.order = order;
    }

    /** @param mainClass which the program begins with */
    String text(String mainClass) {
        StringBuilder text = new StringBuilder("# A sandbox, as ./peaberry sandbox made it.\n\n[machine]\nmemory = \"" + machineMebibytes() + " MiB\"\n\n").append(FIXED);
        for (int i = 0; i < order.shares().size(); i++) {
            SharedPath share = order.shares().get(i);
            text.append(SHARE.formatted(i, (share.isFile() ? 1 : 0) + (share.isWritable() ? 2 : 0), i == 0 ? "" : "#" + (i + 1)));
        }
        text.append(order.services().contains("clock") ? CLOCK : "").append(order.services().contains("entropy") ? ENTROPY : "");
        return text.append(processes()).append(session()).append("[programs]\nmain = \"" + mainClass + "\"\n").toString();
    }

    /** What programs are made from: room for its heap in whole, for its executable and for what it starts. */
    private int objectsMebibytes() {
        return Math.max(LEAST_OBJECTS, 2 << order.memoryBits() - MEBIBYTE_BITS);
    }

    /** So much that there is room for a block of the objects' size beside kernel, archive and everything else. */
    int machineMebibytes() {
        return 4 * objectsMebibytes();
    }

    private String processes() {
        return """
                [process.processes]
                program = "processes"
                argument = 90
                priority = 140
                memory = "2 MiB"
                objects = "%d MiB"
                slots = 8192
                serves = { spawner = "peaberry.process.Spawner" }
                uses = { programs = "root.programs" }
                holds = { table = "own-table", space = "own-address-space", service = "own-service", thread = "own-thread", time = "partition" }
                kept = { epochs = "4 KiB" }

                """.formatted(objectsMebibytes());
    }

    private String session() {
        String shares = IntStream.range(0, order.shares().size()).mapToObj(i -> ", share" + i + " = \"share" + i + ".files\"").collect(Collectors.joining());
        String services = order.services().stream().map(name -> ", " + name + " = \"" + name + "." + name + "\"").collect(Collectors.joining());
        return """
                [process.sandbox]
                program = "sandbox"
                argument = %d
                priority = 100
                memory = "512 KiB"
                objects = "128 KiB"
                slots = 128
                restart = "power-off"
                holds = { table = "own-table", space = "own-address-space" }
                uses = { stdin = "wires.stdin", stdout = "wires.stdout", stderr = "wires.stderr", status = "wires.status", spawner = "processes.spawner", system = "root.system"%s%s }

                """.formatted(order.memoryBits() + (order.programs() ? STARTS_PROGRAMS : 0), shares, services);
    }
}
