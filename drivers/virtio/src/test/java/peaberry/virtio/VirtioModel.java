package peaberry.virtio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import peaberry.abi.RegionKind;
import peaberry.abi.UserLayout;
import peaberry.abi.VirtioStructure;
import peaberry.machine.simulated.SimulatedMemory;
import peaberry.standin.StartTables;

/**
 * A virtio device in Java, which works through the rings in the memory that it shares with the driver, and fails the test if the driver breaks the
 * protocol. It can be told to break it itself.
 */
public abstract class VirtioModel {

    /** Where its structures are. */
    static final long REGISTERS = UserLayout.DEVICES;
    static final long NOTIFICATIONS = REGISTERS + 0x3000;
    static final long OWN = REGISTERS + 0x2000;
    static final int NOTIFY_MULTIPLIER = 4;
    static final int OWN_BYTES = 64;
    /** What it shares with the driver, as either sees it. */
    static final long MEMORY = REGISTERS + (1 << 20);
    static final long MEMORY_AT_DEVICE = 0x12_3400_0000L;

    private static final int MODERN_AND_CONFINED_BITS = 3;
    private static final int NO_INTERRUPT_WANTED = 1;

    /** How it misbehaves, if it does. */
    public IntUnaryOperator usedIds = IntUnaryOperator.identity();
    public IntUnaryOperator usedLengths = IntUnaryOperator.identity();
    public int usedIndexJump;
    public boolean silent;
    public boolean lastFirst;
    /** What is missing about it, if something is. */
    public String missing = "";
    public long memoryBytes = 1 << 19;

    private final int queueCount;
    private SimulatedMemory memory;
    private ModelRegisters registers;
    private final List<Chain> waiting = new ArrayList<>();
    private final Set<Integer> notified = new HashSet<>();
    private long features;
    private boolean interrupts;
    private int notification = -1;

    /** @param features its own @param queues how many it has */
    protected VirtioModel(long features, int queues) {
        this.features = features | (long) MODERN_AND_CONFINED_BITS << 32;
        queueCount = queues;
    }

    /** Takes its place in a machine. */
    void install(SimulatedMemory machine, StartTables tables, String name) {
        memory = machine;
        registers = new ModelRegisters(machine, REGISTERS, queueCount, this::forget);
        registers.offered = features;
        describe(tables, name, VirtioStructure.COMMON, REGISTERS, 0x38, 0);
        describe(tables, name, VirtioStructure.NOTIFICATIONS, NOTIFICATIONS, (long) NOTIFY_MULTIPLIER * queueCount, NOTIFY_MULTIPLIER);
        describe(tables, name, VirtioStructure.DEVICE, OWN, OWN_BYTES, 0);
        if (!missing.equals("memory")) {
            tables.region(name, RegionKind.DMA, 0, MEMORY, memoryBytes, MEMORY_AT_DEVICE);
        }
    }

    private void describe(StartTables tables, String name, int structure, long address, long size, long number) {
        if (!missing.equals(String.valueOf(structure))) {
            tables.region(name, RegionKind.VIRTIO, structure, address, size, number);
        }
    }

    /** Its features are these. */
    public void offer(long bits) {
        features = bits;
    }

    public long features() {
        return features;
    }

    /** Whether the driver accepted a feature. */
    public boolean accepted(long feature) {
        return (registers.accepted & feature) != 0;
    }

    /** Its registers, for tests of how it is made ready. */
    ModelRegisters registers() {
        return registers;
    }

    /** Its status is more than the driver made it. */
    public void addStatus(int bit) {
        registers.settle();
        registers.setStatus(registers.status() | bit);
        interrupts = true;
    }

    public int status() {
        registers.settle();
        return registers.status();
    }

    /** Sets one of its own registers. */
    public void setOwn(int offset, long value) {
        memory.storeInt(OWN + offset, (int) value);
        memory.storeInt(OWN + offset + 4, (int) (value >>> 32));
    }

    protected void setOwnByte(int offset, int value) {
        memory.storeByte(OWN + offset, (byte) value);
    }

    /** Something at this address is accessed. */
    void access(long address, boolean write) {
        registers.settle();
        settleNotification();
        if (registers.has(address)) {
            registers.access(address, write);
        } else if (write && address >= NOTIFICATIONS && address < NOTIFICATIONS + (long) NOTIFY_MULTIPLIER * queueCount) {
            assertTrue((registers.status() & ModelRegisters.STATUS_DRIVER_READY) != 0, "notified before it was started");
            notification = (int) (address - NOTIFICATIONS) / NOTIFY_MULTIPLIER;
        }
    }

    private void forget() {
        waiting.clear();
        notified.clear();
    }

    private void settleNotification() {
        if (notification >= 0) {
            int said = memory.loadShort(NOTIFICATIONS + (long) notification * NOTIFY_MULTIPLIER);
            assertTrue(said == notification, "queue " + said + " was notified at the place of " + notification);
            notified.add(notification);
            notification = -1;
        }
    }

    /** Works through the queues that it was told of. @return whether it interrupts */
    public final boolean work() {
        registers.settle();
        settleNotification();
        if ((registers.status() & ModelRegisters.STATUS_DRIVER_READY) != 0) {
            notified.forEach(this::collect);
        }
        notified.clear();
        if (!silent) {
            List<Chain> now = lastFirst ? new ArrayList<>(waiting).reversed() : new ArrayList<>(waiting);
            now.forEach(this::tryToServe);
        }
        boolean interrupted = interrupts;
        interrupts = false;
        return interrupted;
    }

    /** How many chains it holds. */
    public int held() {
        return waiting.size();
    }

    /** Carries out what a chain asks for. @return bytes written, or a negative number to do it later */
    protected abstract int serve(int queue, Chain chain);

    private void tryToServe(Chain chain) {
        int written = serve(chain.queue(), chain);
        if (written >= 0) {
            waiting.remove(chain);
            give(chain, written);
        }
    }

    private void collect(int number) {
        ModelRegisters.Queue queue = registers.queues[number];
        assertTrue(queue.enabled, "the queue is not enabled");
        int index = memory.loadShort(inMemory(queue.available + 2, 2)) & 0xFFFF;
        assertTrue((index - queue.seen & 0xFFFF) <= queue.size, "more available than there is room for");
        while (queue.seen != index) {
            int head = memory.loadShort(inMemory(queue.available + 4 + 2L * (queue.seen % queue.size), 2)) & 0xFFFF;
            waiting.add(Chain.read(this, number, queue, head));
            queue.seen = queue.seen + 1 & 0xFFFF;
        }
    }

    private void give(Chain chain, int written) {
        ModelRegisters.Queue queue = registers.queues[chain.queue()];
        long entry = queue.used + 4 + 8L * (queue.given % queue.size);
        memory.storeInt(inMemory(entry, 4), usedIds.applyAsInt(chain.head()));
        memory.storeInt(inMemory(entry + 4, 4), usedLengths.applyAsInt(written));
        queue.given = queue.given + 1 + usedIndexJump & 0xFFFF;
        memory.storeShort(inMemory(queue.used + 2, 2), (short) queue.given);
        boolean wanted = (memory.loadShort(inMemory(queue.available, 2)) & NO_INTERRUPT_WANTED) == 0;
        interrupts |= wanted && queue.message == 0;
    }

    SimulatedMemory memory() {
        return memory;
    }

    /** Where in the machine's memory something is that the device sees; it reaches only what it shares with the driver. */
    long inMemory(long address, long bytes) {
        assertTrue(address >= MEMORY_AT_DEVICE && address + bytes <= MEMORY_AT_DEVICE + memoryBytes, "the device would reach past its memory");
        return MEMORY + address - MEMORY_AT_DEVICE;
    }
}
