package peaberry.virtionet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import peaberry.virtio.Chain;
import peaberry.virtio.VirtioModel;

/** A virtio network card in Java: the test is the network. */
final class NetworkModel extends VirtioModel {

    static final long MAC = 1L << 5;
    static final long STATUS = 1L << 16;
    static final int HEADER = 12;

    private static final int RECEIVE_QUEUE = 0;

    final List<byte[]> sent = new ArrayList<>();
    boolean sendsNothing;
    private final Deque<byte[]> arriving = new ArrayDeque<>();

    NetworkModel(long features) {
        super(features, 2);
    }

    /** The network brings a frame. */
    void bring(byte[] frame) {
        byte[] buffer = new byte[HEADER + frame.length];
        Arrays.fill(buffer, 0, HEADER, (byte) 0xEE);
        System.arraycopy(frame, 0, buffer, HEADER, frame.length);
        arriving.add(buffer);
    }

    /** How many frames wait for a buffer. */
    int arriving() {
        return arriving.size();
    }

    @Override
    protected int serve(int queue, Chain chain) {
        if (queue == RECEIVE_QUEUE) {
            return arriving.isEmpty() ? -1 : chain.write(arriving.remove());
        }
        if (sendsNothing) {
            return -1;
        }
        byte[] buffer = chain.readable();
        if (!Arrays.equals(new byte[HEADER], Arrays.copyOf(buffer, HEADER))) {
            throw new AssertionError("the header asks for something");
        }
        sent.add(Arrays.copyOfRange(buffer, HEADER, buffer.length));
        return 0;
    }
}
