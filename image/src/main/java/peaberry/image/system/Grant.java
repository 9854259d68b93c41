package peaberry.image.system;

import java.util.ArrayList;
import java.util.List;
import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Rights;
import peaberry.image.system.ProcessDeclaration.Ports;
import peaberry.image.system.ProcessDeclaration.Service;

/**
 * One thing that a process is given when it starts: what it is, under which name, and in which of its slots. The two numbers
 * are those that {@link GrantKind} describes.
 */
public record Grant(String name, GrantKind kind, int slot, long first, long second) {

    private static final String CALLERS = "callers";
    private static final String HEARTBEAT = "heartbeat";
    private static final String DECLARATION = "declaration";

    /** Everything that the declaration gives to a process, and nothing else, in the order of slots. */
    public static List<Grant> of(SystemDeclaration system, ProcessDeclaration process) {
        List<Grant> grants = new ArrayList<>();
        for (Service service : process.serves()) {
            grants.add(new Grant(service.name(), GrantKind.SERVICE, ProgramSlots.SERVICE, process.serves().indexOf(service), 0));
        }
        if (!process.serves().isEmpty()) {
            grants.add(new Grant(CALLERS, GrantKind.REPLIES, ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, 0));
        }
        List<Grant> named = new ArrayList<>();
        process.uses().forEach(use -> named.add(give(use.name(), GrantKind.CLIENT,
                system.number(use.server()), system.place(use.server(), use.service()))));
        process.ports().forEach(range -> named.add(give(range.name(), kind(range), range.first(), range.last())));
        process.interrupts().forEach(line -> named.add(give(line.name(), GrantKind.INTERRUPT, line.number(), process.interrupts().indexOf(line))));
        process.pci().forEach(function -> named.add(give(function.name(), GrantKind.PCI_FUNCTION,
                (long) function.vendor() << Short.SIZE | function.device(), (long) function.index() << Byte.SIZE | process.reset().ordinal())));
        if (process.heartbeat() > 0) {
            named.add(give(HEARTBEAT, GrantKind.HEARTBEAT, process.heartbeat(), 0));
        }
        process.deviceMemory().forEach(block -> named.add(give(block.name(), GrantKind.DEVICE_MEMORY, block.address(), 0)));
        process.holds().stream().filter(holding -> holding.authority().takesSlot())
                .forEach(holding -> named.add(give(holding.name(), holding.authority(), 0, 0)));
        if (process.objects() > 0) {
            named.add(give(ProcessDeclaration.OBJECTS, GrantKind.MEMORY, Long.numberOfTrailingZeros(process.objects()), 0));
        }
        for (int number = 0; number < named.size(); number++) {
            Grant each = named.get(number);
            grants.add(new Grant(each.name, each.kind, ProgramSlots.FIRST_NAMED + number, each.first, each.second));
        }
        if (process.dma() > 0) {
            process.pci().forEach(function -> grants.add(give(function.name(), GrantKind.DMA, process.dma(), process.unconfined() ? 1 : 0)));
        }
        process.kept().forEach(kept -> grants.add(give(kept.name(), GrantKind.KEPT, kept.bytes(), 0)));
        process.maps().forEach(range -> grants.add(give(range.name(), GrantKind.MAPPED, range.first(), range.last() + 1 - range.first())));
        process.holds().stream().filter(holding -> !holding.authority().takesSlot())
                .forEach(holding -> grants.add(give(holding.name(), holding.authority(), 1, 0)));
        process.traces().forEach(client -> grants.add(give(client, GrantKind.TRACED, system.number(client), 0)));
        if (SystemDeclaration.isSupervisor(process)) {
            grants.add(give(DECLARATION, GrantKind.DECLARATION, 1, 0));
        }
        return grants;
    }

    private static GrantKind kind(Ports range) {
        return range.rights().include(Rights.WRITE) ? GrantKind.PORTS : GrantKind.READ_ONLY_PORTS;
    }

    private static Grant give(String name, GrantKind kind, long first, long second) {
        return new Grant(name, kind, 0, first, second);
    }
}
