package peaberry.virtioentropy;

import peaberry.runtime.Region;
import peaberry.virtio.ProtocolViolation;
import peaberry.virtio.Readiness;
import peaberry.virtio.VirtQueue;
import peaberry.virtio.VirtioDevice;

/** A virtio entropy device (Virtual I/O Device version 1.2, 5.4): it fills a buffer with random bytes, at least one, as many as it has. */
final class EntropySource {

    /** The only buffer, behind the queue. */
    private static final int CHAIN = 0;
    private static final int BUFFER = 2048;
    /** How many bytes are shared with the device. */
    static final int MEMORY = 4096;

    private final VirtioDevice device = new VirtioDevice();
    private final VirtQueue queue = new VirtQueue(0, 1, 1);
    private boolean asked;

    /** Makes the device ready. @param name the declaration's for it */
    Readiness start(String name) {
        Readiness readiness = device.begin(name, MEMORY, 0);
        if (readiness == Readiness.READY) {
            readiness = device.setUp(queue, 0);
        }
        return readiness == Readiness.READY ? device.start() : readiness;
    }

    /** Asks for at most so many bytes, unless it was asked and has not answered. */
    void ask(int bytes) {
        if (asked) {
            return;
        }
        asked = true;
        queue.begin(CHAIN);
        queue.addWritable(BUFFER, bytes);
        queue.submit();
        queue.notifyDevice();
    }

    /**
     * Takes what the device gave, if anything, and forgets it where the device sees it.
     *
     * @param to where it goes, from {@code at} on; there has to be room for what was asked
     * @return how many bytes
     */
    int take(byte[] to, int at) {
        if (queue.take() == VirtQueue.NONE) {
            device.checkAlive();
            return 0;
        }
        asked = false;
        if (queue.written() == 0) {
            throw new ProtocolViolation("it answered with nothing");
        }
        Region buffer = device.memory().bytes();
        for (int i = 0; i < queue.written(); i++) {
            to[at + i] = (byte) buffer.unsignedByte(BUFFER + i);
            buffer.setByte(BUFFER + i, 0);
        }
        return queue.written();
    }
}
