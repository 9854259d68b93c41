package peaberry.virtio;

import peaberry.machine.simulated.SimulatedMemory;

/**
 * The common registers of a device in Java. They are memory; before each access of the driver the effect of its last write happens, and what is
 * read is brought up to date. The offsets are written down once more: the driver's could be wrong.
 */
final class ModelRegisters {

    static final int STATUS_DRIVER_READY = 4;
    private static final int STATUS_FEATURES_AGREED = 8;
    private static final int BYTES = 0x38;
    private static final int NOTHING = -1;

    /** One queue, as the driver set it up. */
    static final class Queue {
        int size;
        int message = 0xFFFF;
        boolean enabled;
        long descriptors;
        long available;
        long used;
        int seen;
        int given;
    }

    long offered;
    long accepted;
    boolean refusesFeatures;
    boolean hasNoMessages;
    boolean staysInReset;
    int mostEntries = 256;
    /** Its own registers change whenever they are looked at. */
    boolean racing;
    final Queue[] queues;

    private final SimulatedMemory memory;
    private final long base;
    private final Runnable whenReset;
    private int written = NOTHING;

    /** @param whenReset what happens then beside */
    ModelRegisters(SimulatedMemory memory, long base, int queues, Runnable whenReset) {
        this.whenReset = whenReset;
        this.memory = memory;
        this.base = base;
        this.queues = new Queue[queues];
        reset();
    }

    /** Whether this is one of these registers. */
    boolean has(long address) {
        return address >= base && address < base + BYTES;
    }

    void access(long address, boolean write) {
        settle();
        int register = (int) (address - base);
        if (write) {
            written = register;
        } else if (register == 0x15 && racing) {
            memory.storeByte(base + register, (byte) (memory.loadByte(base + register) + 1));
        } else if (register == 0x04) {
            int select = memory.loadInt(base);
            memory.storeInt(base + register, select == 0 ? (int) offered : select == 1 ? (int) (offered >>> 32) : 0);
        }
    }

    /** The effect of the last write happens. */
    void settle() {
        int register = written;
        written = NOTHING;
        switch (register) {
            case NOTHING, 0x00, 0x08 -> {
                // Nothing happens.
            }
            case 0x0C -> acceptFeatures();
            case 0x10 -> setIfThereAreMessages(0x10);
            case 0x14 -> changeStatus();
            case 0x16 -> showQueue();
            case 0x1A -> {
                setIfThereAreMessages(0x1A);
                changeQueue();
            }
            default -> changeQueue();
        }
    }

    int status() {
        return memory.loadByte(base + 0x14) & 0xFF;
    }

    void setStatus(int status) {
        memory.storeByte(base + 0x14, (byte) status);
    }

    private void acceptFeatures() {
        long half = memory.loadInt(base + 0x0C) & 0xFFFF_FFFFL;
        accepted = memory.loadInt(base + 0x08) == 0 ? accepted & ~0xFFFF_FFFFL | half : accepted & 0xFFFF_FFFFL | half << 32;
    }

    private void setIfThereAreMessages(int register) {
        if (hasNoMessages) {
            memory.storeShort(base + register, (short) 0xFFFF);
        }
    }

    private void changeStatus() {
        if (status() == 0) {
            reset();
            setStatus(staysInReset ? 1 : 0);
        } else if ((status() & STATUS_FEATURES_AGREED) != 0 && (refusesFeatures || (accepted & ~offered) != 0)) {
            setStatus(status() & ~STATUS_FEATURES_AGREED);
        }
    }

    private void reset() {
        accepted = 0;
        whenReset.run();
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new Queue();
            queues[i].size = mostEntries;
        }
    }

    private int selected() {
        return memory.loadShort(base + 0x16) & 0xFFFF;
    }

    private void showQueue() {
        Queue queue = selected() < queues.length ? queues[selected()] : null;
        memory.storeShort(base + 0x18, (short) (queue == null ? 0 : queue.size));
        memory.storeShort(base + 0x1A, (short) (queue == null ? 0xFFFF : queue.message));
        memory.storeShort(base + 0x1C, (short) (queue != null && queue.enabled ? 1 : 0));
        memory.storeShort(base + 0x1E, (short) selected());
        memory.storeLong(base + 0x20, queue == null ? 0 : queue.descriptors);
        memory.storeLong(base + 0x28, queue == null ? 0 : queue.available);
        memory.storeLong(base + 0x30, queue == null ? 0 : queue.used);
    }

    private void changeQueue() {
        if (selected() >= queues.length) {
            return;
        }
        Queue queue = queues[selected()];
        queue.size = memory.loadShort(base + 0x18) & 0xFFFF;
        queue.message = memory.loadShort(base + 0x1A) & 0xFFFF;
        queue.enabled = memory.loadShort(base + 0x1C) == 1;
        queue.descriptors = memory.loadLong(base + 0x20);
        queue.available = memory.loadLong(base + 0x28);
        queue.used = memory.loadLong(base + 0x30);
    }
}
