package peaberry.image.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.abi.ByteSource;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.SystemTable;
import peaberry.abi.SystemTable.Problem;
import peaberry.abi.SystemTable.Restart;

/** What is written is what root reads. */
class SystemWriterTest {

    private static final String SYSTEM = """
            [partition.fast]
            window = "2 ms"
            [partition.root]
            window = "8 ms"
            [process.disk]
            program = "org.example.BlockDriver"
            argument = 7
            priority = 200
            budget = "1 ms"
            period = "10 ms"
            partition = "fast"
            memory = "1 MiB"
            restart = "power-off"
            serves = { blocks = "Blocks", control = "Control" }
            ports = { registers = "0x1f0-0x1f7", status = "0x3f6 read" }
            interrupts = { first = 14, second = 15 }
            [process.files]
            program = "files"
            priority = 150
            memory = "2 MiB"
            objects = "1 MiB"
            slots = 100
            uses = { control = "disk.control", system = "root.system" }
            holds = { table = "own-table" }
            device-memory = { window = "0xe0000000" }
            """;
    private static final String WATCHER = """
            [process.watcher]
            program = "supervisor"
            priority = 254
            memory = "512 KiB"
            serves = { supervision = "Supervision" }
            uses = { processes = "root.processes" }
            """;

    @TempDir
    private Path folder;
    private byte[] bytes;
    private final SystemTable table = new SystemTable();

    @BeforeEach
    void write() throws Exception {
        write(SYSTEM);
    }

    /** Writes a system, with one behind it who watches. */
    private void write(String text) throws Exception {
        SystemDeclaration system = SystemDeclaration.read(Files.writeString(folder.resolve("system.toml"), text + WATCHER), program -> true);
        bytes = SystemWriter.toBytes(system);
        assertArrayEquals(bytes, SystemWriter.toBytes(system));
    }

    @Test
    void processesAndPartitionsAreReadAsTheyAreDeclared() {
        assertEquals(Problem.NONE, open());
        assertEquals(List.of(3, 2, 8_000L, 2_000L), List.of(table.processes(), table.partitions(), table.window(0), table.window(1)));
        assertEquals("disk", name(index -> table.nameChar(1, index)));
        assertEquals(List.of(7L, 1_000L, 10_000L, 200, 1, 20, 4, Restart.POWER_OFF),
                List.of(table.argument(1), table.budget(1), table.period(1), table.priority(1), table.partition(1),
                        table.memoryBits(1), table.tableBits(1), table.restart(1)));
        assertEquals(List.of(0L, 5_000L, 5_000L, 150, 0, 21, 7, Restart.ALWAYS),
                List.of(table.argument(2), table.budget(2), table.period(2), table.priority(2), table.partition(2),
                        table.memoryBits(2), table.tableBits(2), table.restart(2)));
    }

    @Test
    void whatIsGivenIsReadInTheOrderOfSlots() {
        open();
        assertEquals(List.of("blocks SERVICE 1 0 0", "control SERVICE 1 1 0", "callers REPLIES 2 4 0", "registers PORTS 6 496 503",
                "status READ_ONLY_PORTS 7 1014 1014", "first INTERRUPT 8 14 0", "second INTERRUPT 9 15 1"), rows(1));
        assertEquals(List.of("control CLIENT 6 1 1", "system CLIENT 7 0 0", "window DEVICE_MEMORY 8 3758096384 0", "table OWN_TABLE 9 0 0",
                "objects MEMORY 10 20 0"), rows(2));
    }

    @Test
    void whatTakesNoSlotIsBehindWhatDoes() throws Exception {
        write(SYSTEM + """
                pci = { card = "1af4:1042#2" }
                dma = "64 KiB"
                reset = "virtio"
                heartbeat = "250 ms"
                maps = { screen = "0xb8000-0xbffff" }
                kept = { marks = "8 KiB" }
                """);
        assertEquals(Problem.NONE, open());
        assertEquals(List.of("control CLIENT 6 1 1", "system CLIENT 7 0 0", "card PCI_FUNCTION 8 452202562 258", "heartbeat HEARTBEAT 9 250000 0",
                "window DEVICE_MEMORY 10 3758096384 0", "table OWN_TABLE 11 0 0", "objects MEMORY 12 20 0",
                "card DMA 0 65536 0", "marks KEPT 0 8192 0", "screen MAPPED 0 753664 32768"), rows(2));
        assertEquals(List.of("supervision SERVICE 1 0 0", "callers REPLIES 2 4 0", "processes CLIENT 6 0 1", "declaration DECLARATION 0 1 0"), rows(3));
    }

    @Test
    void whoFollowsWhomIsReadAsDeclared() throws Exception {
        write(SYSTEM.replace("[process.files]", "follows = \"files watcher\"\n[process.files]"));
        open();
        assertEquals(List.of(false, true, true, false), List.of(table.follows(1, 1), table.follows(1, 2), table.follows(1, 3), table.follows(2, 1)));
    }

    @Test
    void aSystemThatNobodyWatchesOverIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("system.toml"), SYSTEM);
        SystemDeclaration system = SystemDeclaration.read(file, program -> true);
        assertEquals(file + ":1: no process uses 'root.processes': nobody would start the processes and watch over them",
                assertThrows(DeclarationException.class, () -> SystemWriter.toBytes(system)).getMessage());
    }

    @Test
    void aTableThatWasSpoiltIsReadWithoutHarm() {
        Random random = new Random(3);
        byte[] sound = bytes.clone();
        for (int i = 0; i < 20_000; i++) {
            bytes = sound.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(4));
            }
            if (open() != Problem.NONE) {
                assertEquals(0, table.processes());
            }
            for (int process = 1; process <= table.processes(); process++) {
                rows(process);
                table.restart(process);
                table.window(table.partition(process));
            }
        }
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertEquals(Problem.WRONG_MAGIC, with(0, 0));
        assertEquals(Problem.WRONG_SIZE, with(4, 3));
        assertEquals(Problem.WRONG_SIZE, with(8, 2));
        assertEquals(Problem.BAD_PARTITION, with(SystemTable.HEADER_BYTES + SystemTable.PARTITION_BYTES + SystemTable.WINDOW_OFFSET, 0));
        int process = SystemTable.HEADER_BYTES + 2 * SystemTable.PARTITION_BYTES;
        assertEquals(Problem.BAD_PROCESS, with(process + SystemTable.PRIORITY_OFFSET, 256));
        assertEquals(Problem.BAD_PROCESS, with(process + SystemTable.PARTITION_OFFSET, 2));
        assertEquals(Problem.BAD_PROCESS, with(process + SystemTable.MEMORY_BITS_OFFSET, 64));
        assertEquals(Problem.BAD_PROCESS, with(process + SystemTable.TABLE_BITS_OFFSET, 17));
        assertEquals(Problem.BAD_PROCESS, with(process + SystemTable.RESTART_OFFSET, 3));
        assertEquals(Problem.BAD_PROCESS, with(process + SystemTable.GRANTS_OFFSET, 17));
        int grant = process + 3 * SystemTable.PROCESS_BYTES;
        assertEquals(Problem.BAD_GRANT, with(grant + GrantTable.KIND_OFFSET, 0));
        assertEquals(Problem.BAD_GRANT, with(grant + GrantTable.SLOT_OFFSET, 16));
        assertEquals(Problem.BAD_GRANT, with(grant + 2 * GrantTable.ROW_BYTES + GrantTable.FIRST_OFFSET, 20));
        assertEquals(Problem.BAD_GRANT, with(grant + 7 * GrantTable.ROW_BYTES + GrantTable.FIRST_OFFSET, 4));
        assertEquals(Problem.BAD_GRANT, with(grant + 15 * GrantTable.ROW_BYTES + GrantTable.FIRST_OFFSET, 0));
    }

    private Problem with(int offset, int value) {
        byte[] sound = bytes.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        Problem problem = open();
        bytes = sound;
        return problem;
    }

    private Problem open() {
        byte[] content = bytes;
        return table.open(new ByteSource() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public int unsignedByte(long offset) {
                return offset >= 0 && offset < content.length ? content[(int) offset] & 0xFF : 0;
            }
        });
    }

    private List<String> rows(int process) {
        GrantTable grants = table.grants(process);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < grants.rows(); row++) {
            GrantKind kind = grants.kind(row);
            int its = row;
            rows.add(name(index -> grants.nameChar(its, index)) + " " + kind + " " + grants.slot(row) + " " + grants.first(row) + " " + grants.second(row));
        }
        return rows;
    }

    private static String name(IntUnaryOperator characters) {
        return IntStream.iterate(0, index -> characters.applyAsInt(index) != 0, index -> index + 1).map(characters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
