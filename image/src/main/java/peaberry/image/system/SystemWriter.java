package peaberry.image.system;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import peaberry.abi.GrantTable;
import peaberry.abi.ProgramSlots;
import peaberry.abi.SystemTable;
import peaberry.image.system.SystemDeclaration.PartitionDeclaration;

/** Writes a declaration down as root reads it ({@link SystemTable}). The same declaration gives the same bytes. */
public final class SystemWriter {

    private static final int FEWEST_TABLE_BITS = 4;

    private SystemWriter() {
    }

    /** @throws DeclarationException if somebody is to have what nobody can give */
    public static byte[] toBytes(SystemDeclaration system) throws DeclarationException {
        refuseWhatNobodyDoes(system);
        List<List<Grant>> grants = system.processes().stream().map(process -> Grant.of(system, process)).toList();
        List<PartitionDeclaration> partitions = partitions(system);
        int rows = grants.stream().mapToInt(List::size).sum();
        ByteBuffer table = ByteBuffer.allocate(SystemTable.HEADER_BYTES + partitions.size() * SystemTable.PARTITION_BYTES
                + grants.size() * SystemTable.PROCESS_BYTES + rows * GrantTable.ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(SystemTable.MAGIC).putInt(partitions.size()).putInt(grants.size()).putInt(rows);
        partitions.forEach(partition -> putName(table, partition.name()).putLong(partition.window()));
        int firstGrant = 0;
        for (int i = 0; i < grants.size(); i++) {
            ProcessDeclaration process = system.processes().get(i);
            putName(table, process.name());
            putName(table, process.programName());
            table.putLong(process.argument()).putLong(process.budget()).putLong(process.period());
            table.putInt(process.priority()).putInt(partitionNumber(partitions, process.partition()));
            table.putInt(Long.numberOfTrailingZeros(process.memory())).putInt(tableBits(process, grants.get(i)));
            table.putInt(process.restart().ordinal()).putInt(firstGrant).putInt(grants.get(i).size()).putInt(followed(system, process));
            firstGrant += grants.get(i).size();
        }
        grants.forEach(ofProcess -> ofProcess.forEach(grant -> putName(table, grant.name())
                .putInt(grant.kind().ordinal()).putInt(grant.slot()).putLong(grant.first()).putLong(grant.second())));
        return table.array();
    }

    /** What is declared is also enforced by somebody. */
    private static void refuseWhatNobodyDoes(SystemDeclaration system) throws DeclarationException {
        Problems problems = new Problems(system.file().toString());
        if (system.processes().stream().noneMatch(SystemDeclaration::isSupervisor)) {
            problems.add(1, "no process uses 'root." + SystemDeclaration.SUPERVISION + "': nobody would start the processes and watch over them");
        }
        problems.refuseIfAny();
    }

    /** A bit for each process that this one follows. */
    private static int followed(SystemDeclaration system, ProcessDeclaration process) {
        return process.follows().stream().mapToInt(name -> 1 << system.number(name)).reduce(0, (all, each) -> all | each);
    }

    /** Root's is always there, and first. */
    private static List<PartitionDeclaration> partitions(SystemDeclaration system) {
        List<PartitionDeclaration> partitions = new ArrayList<>(system.partitions());
        PartitionDeclaration own = partitions.stream().filter(partition -> partition.name().equals(SystemDeclaration.ROOT)).findFirst()
                .orElse(new PartitionDeclaration(SystemDeclaration.ROOT, 0, 0));
        partitions.remove(own);
        partitions.addFirst(own);
        return partitions;
    }

    private static int partitionNumber(List<PartitionDeclaration> partitions, String name) {
        return partitions.stream().map(PartitionDeclaration::name).toList().indexOf(name);
    }

    /** log2 of the slots that a process needs for what it is given, or asks for. */
    private static int tableBits(ProcessDeclaration process, List<Grant> grants) {
        int slots = Math.max(process.slots(), ProgramSlots.FIRST_NAMED + grants.size());
        return Math.max(FEWEST_TABLE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(slots - 1));
    }

    private static ByteBuffer putName(ByteBuffer table, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return table.put(bytes).put(new byte[GrantTable.NAME_BYTES - bytes.length]);
    }
}
