package peaberry.virtioentropy;

import java.util.Arrays;
import java.util.Random;
import peaberry.virtio.Chain;
import peaberry.virtio.VirtioModel;

/** A virtio entropy device in Java, whose bytes a test foresees. */
final class EntropyModel extends VirtioModel {

    /** The most bytes that it has at a time. */
    int most = Integer.MAX_VALUE;
    int requests;

    private final Random bytes;

    EntropyModel(long seed) {
        super(0, 1);
        bytes = new Random(seed);
    }

    @Override
    protected int serve(int queue, Chain chain) {
        requests++;
        byte[] given = new byte[Math.min(most, chain.room())];
        bytes.nextBytes(given);
        return chain.write(Arrays.copyOf(given, given.length));
    }
}
