package peaberry.image.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaberry.abi.DeviceReset;
import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.abi.SystemTable.Restart;
import peaberry.abi.UserLayout;
import peaberry.image.system.ProcessDeclaration.DeviceMemory;
import peaberry.image.system.ProcessDeclaration.Holding;
import peaberry.image.system.ProcessDeclaration.Interrupt;
import peaberry.image.system.ProcessDeclaration.Kept;
import peaberry.image.system.ProcessDeclaration.Mapping;
import peaberry.image.system.ProcessDeclaration.PciFunction;
import peaberry.image.system.ProcessDeclaration.Ports;
import peaberry.image.system.ProcessDeclaration.Service;
import peaberry.image.system.ProcessDeclaration.Use;
import peaberry.image.system.Settings.Named;
import peaberry.image.system.SystemDeclaration.PartitionDeclaration;
import peaberry.image.system.SystemDeclaration.ProgramDeclaration;
import peaberry.image.system.TomlValue.Table;

/** Turns the tables of a declaration into its records. What a setting alone can be wrong in is found here. */
final class DeclarationReader {

    private static final long DEFAULT_MACHINE_BYTES = 128L << 20;
    /** Whoever has nothing more urgent beside it runs on; equals take turns of this length. */
    private static final long DEFAULT_TURN = 5_000;
    private static final int HIGHEST_PRIORITY = 254;
    /** In place of a priority that could not be read, which was said. */
    static final int UNKNOWN = -1;
    private static final int HIGHEST_INTERRUPT = 255;
    private static final int HEX = 16;

    /** What a process can be given besides services and devices. */
    private static final List<GrantKind> AUTHORITIES = List.of(GrantKind.OWN_TABLE, GrantKind.OWN_ADDRESS_SPACE, GrantKind.OWN_THREAD, GrantKind.OWN_SERVICE,
            GrantKind.INTERRUPT_CONTROL, GrantKind.PORT_CONTROL, GrantKind.DEVICE_CONTROL, GrantKind.PARTITION, GrantKind.PARTITION_CONTROL,
            GrantKind.ROOT_THREAD, GrantKind.ROOT_MEMORY, GrantKind.ROOT_IMAGE);

    private static final Pattern PORTS = Pattern.compile("0x([0-9A-Fa-f]{1,4})(?:-0x([0-9A-Fa-f]{1,4}))?( read)?");
    private static final Pattern PCI = Pattern.compile("([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?:#([1-9][0-9]?))?");
    private static final Pattern RANGE = Pattern.compile("0x([0-9A-Fa-f]{1,12})-0x([0-9A-Fa-f]{1,12})");
    private static final Pattern ADDRESS = Pattern.compile("0x([0-9A-Fa-f]{1,12})");

    private final Problems problems;

    DeclarationReader(Problems problems) {
        this.problems = problems;
    }

    SystemDeclaration read(Path file, Table document) {
        Settings top = new Settings("the file", document, problems);
        long memory = DEFAULT_MACHINE_BYTES;
        if (top.has("machine")) {
            Settings machine = new Settings("[machine]", document.entries().get("machine"), problems);
            memory = machine.bytes("memory", DEFAULT_MACHINE_BYTES);
            machine.finish();
        }
        List<PartitionDeclaration> partitions = top.entries("partition").stream().map(this::partition).toList();
        List<ProcessDeclaration> processes = top.entries("process").stream().map(this::process).toList();
        List<ProgramDeclaration> programs = top.texts("programs").stream().map(each -> new ProgramDeclaration(each.name(), each.value(), each.line())).toList();
        top.finish();
        return new SystemDeclaration(file, memory, partitions, processes, programs);
    }

    private PartitionDeclaration partition(Named<TomlValue> entry) {
        Settings settings = new Settings("partition '" + entry.name() + "'", entry.value(), problems);
        settings.require("window");
        long window = settings.microseconds("window", 0);
        settings.finish();
        return new PartitionDeclaration(entry.name(), window, settings.line("window"));
    }

    private ProcessDeclaration process(Named<TomlValue> entry) {
        Settings settings = new Settings("process '" + entry.name() + "'", entry.value(), problems);
        settings.require("program");
        settings.require("priority");
        settings.require("memory");
        long period = settings.microseconds("period", DEFAULT_TURN);
        ProcessDeclaration process = new ProcessDeclaration(entry.name(), entry.line(),
                settings.text("program", ""), settings.number("argument", 0, Long.MAX_VALUE, 0),
                (int) settings.number("priority", 0, HIGHEST_PRIORITY, UNKNOWN),
                settings.microseconds("budget", period), period,
                settings.text("partition", SystemDeclaration.ROOT), settings.bytes("memory", 0),
                (int) settings.number("slots", 0, 1 << HEX, 0), settings.bytes("objects", 0),
                settings.choice("restart", List.of(Restart.values()), Restart.ALWAYS), settings.microseconds("heartbeat", 0),
                services(settings), uses(settings), ports(settings), interrupts(settings), pci(settings), deviceMemory(settings), maps(settings),
                Math.max(settings.bytes("dma", 0), settings.bytes("unconfined-dma", 0)), settings.has("unconfined-dma"),
                settings.choice("reset", List.of(DeviceReset.values()), DeviceReset.NONE), kept(settings), names(settings, "follows"), names(settings, "traces"),
                holdings(settings), lines(entry.value()));
        settings.finish();
        return process;
    }

    private static List<Service> services(Settings settings) {
        return settings.texts("serves").stream().map(each -> new Service(each.name(), each.value(), each.line())).toList();
    }

    private List<Use> uses(Settings settings) {
        List<Use> uses = new ArrayList<>();
        List<Named<String>> all = new ArrayList<>(settings.texts("uses"));
        all.addAll(settings.textsAtPlaces("mounts"));
        for (Named<String> each : all) {
            String[] parts = each.value().split("\\.", -1);
            if (parts.length == 2) {
                uses.add(new Use(each.name(), parts[0], parts[1], each.line()));
            } else {
                problems.add(each.line(), "'" + each.name() + "' has to be a process and what it serves, such as \"serial.console\", not \""
                        + each.value() + "\"");
            }
        }
        return uses;
    }

    private List<Ports> ports(Settings settings) {
        List<Ports> ports = new ArrayList<>();
        for (Named<String> each : settings.texts("ports")) {
            Matcher range = PORTS.matcher(each.value());
            int first = range.matches() ? Integer.parseInt(range.group(1), HEX) : 0;
            int last = range.matches() && range.group(2) != null ? Integer.parseInt(range.group(2), HEX) : first;
            if (range.matches() && last >= first) {
                ports.add(new Ports(each.name(), first, last, range.group(3) == null ? Rights.READ_WRITE : Rights.READ, each.line()));
            } else {
                problems.add(each.line(), "'" + each.name() + "' has to be a range of ports, such as \"0x3f8-0x3ff\" or \"0x64 read\", not \"" + each.value() + "\"");
            }
        }
        return ports;
    }

    private static List<Interrupt> interrupts(Settings settings) {
        return settings.numbers("interrupts", 0, HIGHEST_INTERRUPT).stream()
                .map(each -> new Interrupt(each.name(), each.value(), each.line())).toList();
    }

    private List<PciFunction> pci(Settings settings) {
        List<PciFunction> functions = new ArrayList<>();
        for (Named<String> each : settings.texts("pci")) {
            Matcher id = PCI.matcher(each.value());
            if (id.matches()) {
                functions.add(new PciFunction(each.name(), Integer.parseInt(id.group(1), HEX), Integer.parseInt(id.group(2), HEX),
                        id.group(3) == null ? 0 : Integer.parseInt(id.group(3)) - 1, each.line()));
            } else {
                problems.add(each.line(), "'" + each.name() + "' has to be a PCI vendor and device, such as \"1af4:1042\", or \"1af4:1042#2\" for the second one, not \"" + each.value() + "\"");
            }
        }
        return functions;
    }

    private List<DeviceMemory> deviceMemory(Settings settings) {
        List<DeviceMemory> blocks = new ArrayList<>();
        for (Named<String> each : settings.texts("device-memory")) {
            Matcher address = ADDRESS.matcher(each.value());
            if (address.matches()) {
                blocks.add(new DeviceMemory(each.name(), Long.parseLong(address.group(1), HEX), each.line()));
            } else {
                problems.add(each.line(), "'" + each.name() + "' has to be an address, such as \"0xe0000000\", not \"" + each.value() + "\"");
            }
        }
        return blocks;
    }

    private List<Mapping> maps(Settings settings) {
        List<Mapping> mappings = new ArrayList<>();
        for (Named<String> each : settings.texts("maps")) {
            Matcher range = RANGE.matcher(each.value());
            long first = range.matches() ? Long.parseLong(range.group(1), HEX) : 0;
            long last = range.matches() ? Long.parseLong(range.group(2), HEX) : -1;
            if (last > first && first % UserLayout.PAGE == 0 && (last + 1) % UserLayout.PAGE == 0) {
                mappings.add(new Mapping(each.name(), first, last, each.line()));
            } else {
                problems.add(each.line(), "'" + each.name() + "' has to be a range of whole pages, such as \"0xb8000-0xbffff\", not \"" + each.value() + "\"");
            }
        }
        return mappings;
    }

    private List<Kept> kept(Settings settings) {
        List<Kept> all = new ArrayList<>();
        for (Named<String> each : settings.texts("kept")) {
            long bytes = Units.bytes(each.value()).orElse(0);
            if (bytes >= UserLayout.PAGE && bytes % UserLayout.PAGE == 0) {
                all.add(new Kept(each.name(), bytes, each.line()));
            } else {
                problems.add(each.line(), "'" + each.name() + "' has to be whole pages of memory, such as \"64 KiB\", not \"" + each.value() + "\"");
            }
        }
        return all;
    }

    private static List<String> names(Settings settings, String key) {
        String names = settings.text(key, "").strip();
        return names.isEmpty() ? List.of() : List.of(names.split(" +"));
    }

    private static List<Holding> holdings(Settings settings) {
        return settings.choices("holds", AUTHORITIES).stream()
                .map(each -> new Holding(each.name(), each.value(), each.line())).toList();
    }

    private static Map<String, Integer> lines(TomlValue value) {
        Map<String, Integer> lines = new HashMap<>();
        if (value instanceof Table table) {
            table.entries().forEach((key, setting) -> lines.put(key, setting.line()));
        }
        return lines;
    }
}
