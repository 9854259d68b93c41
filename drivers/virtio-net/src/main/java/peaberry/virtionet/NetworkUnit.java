package peaberry.virtionet;

import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.MacAddress;
import peaberry.runtime.Region;
import peaberry.virtio.ProtocolViolation;
import peaberry.virtio.Progress;
import peaberry.virtio.Readiness;
import peaberry.virtio.VirtQueue;
import peaberry.virtio.VirtioDevice;

/**
 * A virtio network device (Virtual I/O Device version 1.2, 5.1) with one queue for what it receives and one for what it sends, and nothing of what it could
 * do for the network's protocols. Each buffer has a header of zeros, or one that nobody looks at, and then the frame.
 *
 * <p>A frame that was received stays in its buffer until it is given back: as long as nobody wants frames the device runs out of buffers.
 */
final class NetworkUnit {

    /** How many frames wait at most until somebody receives them, and until the device has sent them. */
    static final int RECEIVE_BUFFERS = 16;
    static final int SEND_BUFFERS = 8;

    /** Features: the device has an address; it says whether it is connected. */
    static final long MAC = 1L << 5;
    static final long STATUS = 1L << 16;

    /** Its own registers: address, status, and a bit of the status. */
    private static final int REGISTER_MAC = 0;
    private static final int REGISTER_STATUS = 6;
    private static final int LINK_UP = 1;

    private static final int RECEIVE_QUEUE = 0;
    private static final int SEND_QUEUE = 1;

    private static final int HEADER_BYTES = 12;
    /** Shorter frames there are not on the line, without their check sequence. */
    private static final int LEAST_SENT = 60;

    private static final int BUFFER_BYTES = HEADER_BYTES + EthernetDevice.MAX_BYTES;
    private static final int BUFFER_ROOM = 2048;
    private static final int SEND_QUEUE_AT = 2048;
    private static final int RECEIVED = 4096;
    private static final int SENT = RECEIVED + RECEIVE_BUFFERS * BUFFER_ROOM;
    /** How many bytes are shared with the device. */
    static final int MEMORY = SENT + SEND_BUFFERS * BUFFER_ROOM;

    private final VirtioDevice device = new VirtioDevice();
    private final VirtQueue received = new VirtQueue(RECEIVE_QUEUE, RECEIVE_BUFFERS, 1);
    private final VirtQueue sent = new VirtQueue(SEND_QUEUE, SEND_BUFFERS, 1);
    private final Progress sendProgress = new Progress();
    private final boolean[] sending = new boolean[SEND_BUFFERS];
    private MacAddress address = new MacAddress(0);

    /** Makes the device ready to receive. @param name the declaration's for it */
    Readiness start(String name) {
        Readiness readiness = device.begin(name, MEMORY, MAC | STATUS);
        if (readiness == Readiness.READY && !device.has(MAC)) {
            readiness = device.giveUp(Readiness.LACKING);
        }
        if (readiness == Readiness.READY) {
            readiness = device.setUp(received, 0);
        }
        if (readiness == Readiness.READY) {
            readiness = device.setUp(sent, SEND_QUEUE_AT);
        }
        if (readiness == Readiness.READY) {
            readiness = device.start();
        }
        if (readiness == Readiness.READY) {
            readAddress();
            offerAllBuffers();
        }
        return readiness;
    }

    private void readAddress() {
        long bits = 0;
        for (int i = 0; i < MacAddress.BYTES; i++) {
            bits = bits << Byte.SIZE | device.ownByte(REGISTER_MAC + i);
        }
        address = new MacAddress(bits);
    }

    private void offerAllBuffers() {
        for (int buffer = 0; buffer < RECEIVE_BUFFERS; buffer++) {
            offer(buffer);
        }
        received.notifyDevice();
    }

    MacAddress address() {
        return address;
    }

    /** Whether it is connected; a device that does not say is. */
    boolean isConnected() {
        return !device.has(STATUS) || (device.ownShort(REGISTER_STATUS) & LINK_UP) != 0;
    }

    /** Where the frames are. */
    Region memory() {
        return device.memory().bytes();
    }

    /** A buffer with a frame that was received, or {@link VirtQueue#NONE}. */
    int takeReceived() {
        int buffer = received.take();
        if (buffer != VirtQueue.NONE && received.written() < HEADER_BYTES) {
            throw new ProtocolViolation("what it received has no header");
        }
        return buffer;
    }

    /** How many bytes the frame has that was just taken, of whatever length the network sent it. */
    int receivedBytes() {
        return received.written() - HEADER_BYTES;
    }

    /** Where the frame in this buffer is. */
    long receivedFrame(int buffer) {
        return RECEIVED + (long) buffer * BUFFER_ROOM + HEADER_BYTES;
    }

    /** Gives a buffer back to the device. */
    void giveBack(int buffer) {
        offer(buffer);
        received.notifyDevice();
    }

    private void offer(int buffer) {
        received.begin(buffer);
        received.addWritable(RECEIVED + (long) buffer * BUFFER_ROOM, BUFFER_BYTES);
        received.submit();
    }

    /** A buffer for a frame to be sent, or {@link VirtQueue#NONE} if the device has not sent any of them. */
    int freeToSend() {
        takeSent();
        for (int buffer = 0; buffer < SEND_BUFFERS; buffer++) {
            if (!sending[buffer]) {
                return buffer;
            }
        }
        sendProgress.check();
        return VirtQueue.NONE;
    }

    private void takeSent() {
        if (!isSending()) {
            sendProgress.note();
        }
        for (int buffer = sent.take(); buffer != VirtQueue.NONE; buffer = sent.take()) {
            sending[buffer] = false;
            sendProgress.note();
        }
    }

    private boolean isSending() {
        for (boolean each : sending) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /** Where the frame in this buffer goes. */
    long sentFrame(int buffer) {
        return SENT + (long) buffer * BUFFER_ROOM + HEADER_BYTES;
    }

    /** Sends the frame that was put into the buffer. Bytes of an earlier one are not sent behind it. */
    void send(int buffer, int bytes) {
        for (int i = bytes; i < LEAST_SENT; i++) {
            memory().setByte(sentFrame(buffer) + i, 0);
        }
        long start = sentFrame(buffer) - HEADER_BYTES;
        for (int i = 0; i < HEADER_BYTES; i++) {
            memory().setByte(start + i, 0);
        }
        sending[buffer] = true;
        sent.begin(buffer);
        sent.addReadable(start, HEADER_BYTES + Math.max(bytes, LEAST_SENT));
        sent.submit();
        sent.notifyDevice();
    }

    /** See {@link VirtioDevice#checkAlive}. */
    void checkAlive() {
        device.checkAlive();
    }
}
