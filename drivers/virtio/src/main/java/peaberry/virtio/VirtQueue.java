package peaberry.virtio;

import peaberry.runtime.DmaMemory;
import peaberry.runtime.Region;

/**
 * A split virtqueue (Virtual I/O Device version 1.2, 2.7): the driver puts chains of buffers in, the device takes them in any order and gives
 * each back when it is done with it.
 *
 * <p>Each chain has descriptors of its own, which it never shares. Whatever counts is kept here and not in the memory that the device can write:
 * nothing of that is read but what the device gives back, and that is checked: it is a chain that the device has, and it did not write more
 * than there was room for. Anything else is a {@link ProtocolViolation}.
 *
 * <p>On a PC stores are seen in their order, and so are loads, and a store to a device's register comes after those to memory: what the
 * specification demands of barriers holds without any. Notifications are never suppressed, which would need one.
 */
public final class VirtQueue {

    /** In place of a chain: none. */
    public static final int NONE = -1;
    /** What the place of a queue is a multiple of. */
    public static final int ALIGNMENT = 16;

    private static final int DESCRIPTOR_BYTES = 16;
    private static final int DESCRIPTOR_LENGTH = 8;
    private static final int DESCRIPTOR_FLAGS = 12;
    private static final int DESCRIPTOR_NEXT = 14;
    private static final int FLAG_NEXT = 1;
    private static final int FLAG_DEVICE_WRITES = 1 << 1;

    /** In the available and in the used ring: an index that counts what was ever put in, in 16 bits, then the entries. */
    private static final int RING_INDEX = 2;
    private static final int RING_ENTRIES = 4;
    private static final int INDEX_MASK = 0xFFFF;
    private static final int AVAILABLE_ENTRY_BYTES = 2;
    private static final int USED_ENTRY_BYTES = 8;
    private static final int USED_LENGTH = 4;
    /** Behind the entries of either ring, for a feature that is not used. */
    private static final int EVENT_BYTES = 2;

    private final int number;
    private final int links;
    private final int size;
    /** Of each chain: its descriptors, the bytes that the device may write, whether the device has it. */
    private final int[] length;
    private final int[] writable;
    private final boolean[] underWay;

    private DmaMemory memory = new DmaMemory();
    private Region notifications = new Region();
    private long notifyPlace;
    private long descriptors;
    private long available;
    private long used;

    private int chain;
    private int submitted;
    private int taken;
    private int written;

    /**
     * @param number which of the device's queues it is
     * @param chains how many there are, numbered from 0
     * @param links  the most buffers of a chain
     */
    public VirtQueue(int number, int chains, int links) {
        this.number = number;
        this.links = links;
        size = powerOfTwo(chains * links);
        length = new int[chains];
        writable = new int[chains];
        underWay = new boolean[chains];
    }

    private static int powerOfTwo(int least) {
        int power = 1;
        while (power < least) {
            power <<= 1;
        }
        return power;
    }

    /** Bytes of memory that the queue takes. */
    public long bytes() {
        return usedOffset() + aligned(RING_ENTRIES + (long) USED_ENTRY_BYTES * size + EVENT_BYTES);
    }

    private long availableOffset() {
        return (long) DESCRIPTOR_BYTES * size;
    }

    private long usedOffset() {
        return availableOffset() + aligned(RING_ENTRIES + (long) AVAILABLE_ENTRY_BYTES * size + EVENT_BYTES);
    }

    private static long aligned(long bytes) {
        return bytes + ALIGNMENT - 1 & -ALIGNMENT;
    }

    int number() {
        return number;
    }

    /** How many descriptors there are. */
    int size() {
        return size;
    }

    /** Gives the queue its memory, and the place at which the device is notified. It is empty then. */
    void place(DmaMemory in, long offset, Region places, long place) {
        memory = in;
        descriptors = offset;
        available = offset + availableOffset();
        used = offset + usedOffset();
        notifications = places;
        notifyPlace = place;
        memory.clear(offset, bytes());
    }

    long descriptorsAtDevice() {
        return memory.deviceAddress(descriptors, availableOffset());
    }

    long availableAtDevice() {
        return memory.deviceAddress(available, usedOffset() - availableOffset());
    }

    long usedAtDevice() {
        return memory.deviceAddress(used, bytes() - usedOffset());
    }

    /** Begins to describe a chain, which the device does not have. */
    public void begin(int newChain) {
        if (underWay[newChain]) {
            throw new IllegalStateException("the device has it");
        }
        chain = newChain;
        length[chain] = 0;
        writable[chain] = 0;
    }

    /** Adds bytes of the memory that the device reads. All that it reads comes before all that it writes. */
    public void addReadable(long offset, int bytes) {
        if (writable[chain] > 0) {
            throw new IllegalStateException("what the device reads comes first");
        }
        add(offset, bytes, 0);
    }

    /** Adds bytes of the memory that the device writes. */
    public void addWritable(long offset, int bytes) {
        add(offset, bytes, FLAG_DEVICE_WRITES);
        writable[chain] += bytes;
    }

    private void add(long offset, int bytes, int direction) {
        if (length[chain] == links) {
            throw new IllegalStateException("the chain is full");
        }
        Region to = memory.bytes();
        int descriptor = chain * links + length[chain]++;
        long at = descriptors + (long) descriptor * DESCRIPTOR_BYTES;
        to.setInt64(at, memory.deviceAddress(offset, bytes));
        to.setInt32(at + DESCRIPTOR_LENGTH, bytes);
        to.setInt16(at + DESCRIPTOR_FLAGS, direction);
        if (length[chain] > 1) {
            long before = at - DESCRIPTOR_BYTES;
            int flags = writable[chain] > 0 ? FLAG_DEVICE_WRITES : 0;
            to.setInt16(before + DESCRIPTOR_FLAGS, flags | FLAG_NEXT);
            to.setInt16(before + DESCRIPTOR_NEXT, descriptor);
        }
    }

    /** Puts the chain, as it was described, into the queue. The device may not look before it is notified. */
    public void submit() {
        if (length[chain] == 0 || underWay[chain]) {
            throw new IllegalStateException("there is nothing to submit");
        }
        underWay[chain] = true;
        Region to = memory.bytes();
        to.setInt16(available + RING_ENTRIES + (long) AVAILABLE_ENTRY_BYTES * (submitted % size), chain * links);
        submitted = submitted + 1 & INDEX_MASK;
        to.setInt16(available + RING_INDEX, submitted);
    }

    /** Tells the device that there is something in the queue. Only once it was started. */
    public void notifyDevice() {
        notifications.setInt16(notifyPlace, number);
    }

    /** Takes a chain that the device is done with out of the queue, or {@link #NONE}. */
    public int take() {
        Region from = memory.bytes();
        int given = from.unsignedShort(used + RING_INDEX) - taken & INDEX_MASK;
        if (given == 0) {
            return NONE;
        }
        if (given > (submitted - taken & INDEX_MASK)) {
            throw new ProtocolViolation("it gave back more than it had");
        }
        long entry = used + RING_ENTRIES + (long) USED_ENTRY_BYTES * (taken % size);
        int back = chainOf(from.int32(entry));
        written = checkedLength(back, from.int32(entry + USED_LENGTH));
        underWay[back] = false;
        taken = taken + 1 & INDEX_MASK;
        return back;
    }

    private int chainOf(int descriptor) {
        int back = descriptor / links;
        if (descriptor < 0 || descriptor % links != 0 || back >= underWay.length || !underWay[back]) {
            throw new ProtocolViolation("it gave back what it did not have");
        }
        return back;
    }

    private int checkedLength(int back, int bytes) {
        if (bytes < 0 || bytes > writable[back]) {
            throw new ProtocolViolation("it wrote more than there was room for");
        }
        return bytes;
    }

    /** How many bytes of the chain that was taken last the device says it wrote; not more than it could. */
    public int written() {
        return written;
    }
}
