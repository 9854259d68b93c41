package peaberry.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A chain of buffers in the hands of the device. */
public final class Chain {

    private static final int FLAG_NEXT = 1;
    private static final int FLAG_WRITE = 2;

    private record Part(long address, int bytes, boolean written) {
    }

    private final VirtioModel device;
    private final int queue;
    private final int head;
    private final List<Part> parts = new ArrayList<>();

    private Chain(VirtioModel device, int queue, int head) {
        this.device = device;
        this.queue = queue;
        this.head = head;
    }

    static Chain read(VirtioModel device, int number, ModelRegisters.Queue queue, int head) {
        Chain chain = new Chain(device, number, head);
        int descriptor = head;
        int flags;
        do {
            assertTrue(descriptor < queue.size && chain.parts.size() < queue.size, "a descriptor that there is not, or a circle");
            long at = device.inMemory(queue.descriptors + 16L * descriptor, 16);
            flags = device.memory().loadShort(at + 12);
            chain.add(new Part(device.memory().loadLong(at), device.memory().loadInt(at + 8), (flags & FLAG_WRITE) != 0));
            descriptor = device.memory().loadShort(at + 14);
        } while ((flags & FLAG_NEXT) != 0);
        return chain;
    }

    private void add(Part part) {
        assertTrue(part.written || parts.stream().noneMatch(Part::written), "what the device reads comes first");
        parts.add(part);
    }

    int queue() {
        return queue;
    }

    int head() {
        return head;
    }

    /** All that the device is to read. */
    public byte[] readable() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Part part : parts) {
            for (int i = 0; !part.written && i < part.bytes; i++) {
                bytes.write(device.memory().loadByte(device.inMemory(part.address + i, 1)));
            }
        }
        return bytes.toByteArray();
    }

    /** How many bytes it may write. */
    public int room() {
        return parts.stream().filter(Part::written).mapToInt(Part::bytes).sum();
    }

    /** Writes from the start of what it may write. @return how many bytes */
    public int write(byte[] bytes) {
        int done = 0;
        for (Part part : parts) {
            for (int i = 0; part.written && i < part.bytes && done < bytes.length; i++) {
                device.memory().storeByte(device.inMemory(part.address + i, 1), bytes[done++]);
            }
        }
        assertEquals(bytes.length, done, "there is no room");
        return done;
    }

    /** Writes the last byte of what it may write. */
    public void writeLast(int value) {
        Part last = parts.getLast();
        device.memory().storeByte(device.inMemory(last.address + last.bytes - 1, 1), (byte) value);
    }
}
