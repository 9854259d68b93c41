package peaberry.image.system;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaberry.abi.Rights;
import peaberry.image.system.ProcessDeclaration.Ports;
import peaberry.image.system.ProcessDeclaration.Service;
import peaberry.image.system.ProcessDeclaration.Use;
import peaberry.image.system.SystemDeclaration.PartitionDeclaration;

/** A declaration in plain text: who is there, who may talk to whom, and who holds what besides. */
public final class Explanation {

    private final SystemDeclaration system;
    private final StringBuilder text = new StringBuilder();

    private Explanation(SystemDeclaration system) {
        this.system = system;
    }

    /** Some tables with aligned columns, each line with its end. */
    public static String of(SystemDeclaration system) {
        Explanation explanation = new Explanation(system);
        explanation.processes();
        explanation.calls();
        explanation.devices();
        explanation.authorities();
        explanation.partitions();
        return explanation.text.toString();
    }

    private void processes() {
        List<List<String>> rows = new ArrayList<>();
        for (ProcessDeclaration process : system.processes()) {
            rows.add(List.of(process.name(), process.program(), String.valueOf(process.priority()), time(process), process.partition(),
                    Units.showBytes(process.memory()), Settings.word(process.restart()), heartbeat(process)));
        }
        table(List.of("process", "program", "priority", "time", "partition", "memory", "restart", "heartbeat"), rows);
    }

    private static String time(ProcessDeclaration process) {
        return process.budget() == process.period() ? "any"
                : Units.showMicroseconds(process.budget()) + " in " + Units.showMicroseconds(process.period());
    }

    private static String heartbeat(ProcessDeclaration process) {
        return process.heartbeat() == 0 ? "-" : Units.showMicroseconds(process.heartbeat());
    }

    private void calls() {
        List<List<String>> rows = new ArrayList<>();
        for (ProcessDeclaration client : system.processes()) {
            for (Use use : client.uses()) {
                rows.add(List.of(client.name(), use.server(), use.service(), "'" + use.name() + "'", type(use)));
            }
        }
        table(List.of("who", "may call", "for", "under the name", "interface"), rows);
    }

    private String type(Use use) {
        return system.services(use.server()).stream().filter(service -> service.name().equals(use.service())).map(Service::type).findFirst().orElse("");
    }

    private void devices() {
        List<List<String>> rows = new ArrayList<>();
        for (ProcessDeclaration process : system.processes()) {
            devicesOf(process).forEach(device -> rows.add(List.of(process.name(), device.what(), "'" + device.name() + "'")));
        }
        table(List.of("who", "holds the device", "under the name"), rows);
    }

    /** A part of a device that a process holds. @param what in a user's words */
    record Device(String name, String what) {
    }

    static List<Device> devicesOf(ProcessDeclaration process) {
        return Stream.of(
                process.ports().stream().map(range -> new Device(range.name(), "ports " + DeclarationCheck.show(range) + onlyRead(range))),
                process.interrupts().stream().map(line -> new Device(line.name(), "interrupt " + line.number())),
                process.pci().stream().map(function -> new Device(function.name(), DeclarationCheck.show(function))),
                process.dma() == 0 ? Stream.<Device>of() : Stream.of(new Device("dma", Units.showBytes(process.dma()) + " for DMA" + (process.unconfined() ? ", confined or not" : ""))),
                process.maps().stream().map(range -> new Device(range.name(), String.format("memory 0x%x-0x%x", range.first(), range.last()))),
                process.deviceMemory().stream().map(block -> new Device(block.name(), String.format("memory at 0x%x", block.address()))))
                .flatMap(devices -> devices).toList();
    }

    private static String onlyRead(Ports range) {
        return range.rights().include(Rights.WRITE) ? "" : ", only read";
    }

    private void authorities() {
        List<List<String>> rows = new ArrayList<>();
        for (ProcessDeclaration process : system.processes()) {
            process.holds().forEach(holding -> rows.add(List.of(process.name(), Settings.word(holding.authority()), "'" + holding.name() + "'")));
            process.traces().forEach(client -> rows.add(List.of(process.name(), "may stand before servers of", "'" + client + "'")));
            process.kept().forEach(kept -> rows.add(List.of(process.name(), Units.showBytes(kept.bytes()) + " that outlive it", "'" + kept.name() + "'")));
            if (process.objects() > 0) {
                rows.add(List.of(process.name(), Units.showBytes(process.objects()) + " to make objects from", "'" + ProcessDeclaration.OBJECTS + "'"));
            }
        }
        table(List.of("who", "holds besides", "under the name"), rows);
    }

    private void partitions() {
        List<List<String>> rows = new ArrayList<>();
        for (PartitionDeclaration partition : system.partitions()) {
            String members = system.processes().stream().filter(process -> process.partition().equals(partition.name()))
                    .map(ProcessDeclaration::name).collect(Collectors.joining(", "));
            rows.add(List.of(partition.name(), Units.showMicroseconds(partition.window()), members));
        }
        table(List.of("partition", "window", "of"), rows);
    }

    /** Appends a table behind an empty line; nothing if it has no rows. */
    private void table(List<String> heading, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append('\n');
        }
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < heading.size(); column++) {
            int its = column;
            widths.add(Stream.concat(Stream.of(heading), rows.stream()).mapToInt(row -> row.get(its).length()).max().orElse(0));
        }
        row(heading, widths);
        rows.forEach(row -> row(row, widths));
    }

    private void row(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            line.append(cells.get(column)).append(" ".repeat(widths.get(column) - cells.get(column).length() + 2));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
