package peaberry.virtio;

import java.util.Arrays;

/** A device that writes what it reads, in both of its queues. */
final class EchoModel extends VirtioModel {

    EchoModel() {
        super(0, 2);
    }

    @Override
    protected int serve(int queue, Chain chain) {
        byte[] read = chain.readable();
        return chain.write(Arrays.copyOf(read, Math.min(read.length, chain.room())));
    }
}
